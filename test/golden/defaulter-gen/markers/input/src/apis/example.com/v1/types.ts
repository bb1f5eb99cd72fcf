import type {
  Bytes,
  Condition,
  double,
  Duration,
  int32,
  int64,
  IntOrString,
  JSON,
  ListMeta,
  ObjectMeta,
  Quantity,
  RawExtension,
  Time,
  TypeMeta,
} from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  // Filled in further by the defaults of its members.
  // +default={}
  spec: QueueSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface QueueList extends TypeMeta {
  metadata: ListMeta;
  items: Queue[];
}

export interface QueueSpec {
  // +default="a \"quoted\" text"
  text?: string;
  // +default=""
  empty?: string;
  // +default=0
  zero?: int32;
  // +default=-1.5
  ratio?: double;
  // +default=true
  yes?: boolean;
  // +default="manual"
  mode?: "auto" | "manual" | null;
  // +default=null
  note?: string | null;
  // +default="1h"
  timeout?: Duration;
  // +default="2026-01-01T00:00:00Z"
  since?: Time;
  // +default="AAEC"
  key?: Bytes;
  // +default="10Gi"
  storage?: Quantity;
  // +default="50%"
  surge?: IntOrString;
  // +default=["a", "b"]
  hosts?: string[];
  // +default={"app": "queue", "node-port": "80"}
  labels?: Record<string, string>;
  // +default=[{"soft": 5}, {"soft": 1, "hard": 2}]
  limits?: Limits[];
  // +default={"soft": 5}
  limit?: Limits;
  // +default={"soft": 5, "hard": 6}
  whole?: Limits;
  // +default={"level": "info", "deep": {"list": [1, null, {"x": true}]}}
  extra?: JSON;
  // +default={"kind": "Any"}
  raw?: RawExtension;
  // +default={"type": "Ready", "status": "Unknown"}
  condition?: Condition;
  // +default="a default that is so long that it does not fit the line any more when it is written out"
  longText?: string;
  // +default=["the first of several rather long texts", "the second of several rather long texts", "c"]
  longList?: string[];
  // +kubebuilder:default=standard
  bare?: string;
  // +kubebuilder:default="5"
  five?: string;
  // +kubebuilder:default={}
  none?: string[];
  // +kubebuilder:default={a: {x: 1}}
  sizes?: Record<string, Record<string, int32>>;
  // +kubebuilder:default={soft: 1, hard: 2}
  // +default={"hard": 2, "soft": 1}
  same?: Limits;
  // +default=ref(standard)
  className?: string;
  // +default=ref(negative)
  offset?: int32;
  // +default=ref(computed)
  seconds?: int64;
  // +default=ref(limits)
  shared?: Limits;
  // +default=ref(tiers)
  tiers?: string[];
  // +default=ref(frozenTiers)
  frozen?: string[] | null;
  // +default={"name": "a"}
  made?: Made;
  // +default=ref(tier)
  tier?: string;
  // +default=ref(example.com/v2.newest)
  api?: string;
  // +default=ref(../../../defaults.region)
  region?: string;
  // +default=3
  readonly fixed?: int32;
  // +default="made"
  constructor?: string;
  // +default=80
  "node-port"?: int32;
  // A default of its type.
  level?: Level;
  nearLevel?: NearLevel | null;
  // +default="debug"
  ownLevel?: Level;
  // The type's default, and those of its members.
  window?: Window;
  // A required member is filled in, too.
  // +default="x"
  needed: string;
  // +default={"inner": 1}
  inline?: {
    inner: int32;
    // +default=2
    outer: int32;
  };
  // Objects that lack something, as values of maps.
  // +default={"a": {"soft": 5}, "b": {"soft": 1, "hard": 2}}
  limitsByName?: Record<string, Limits>;
  // +default={"a": [{"soft": 5}]}
  limitLists?: Record<string, Limits[]>;
  // +default={"a": {"nested": {}}}
  inlineByName?: Record<
    string,
    {
      nested: {
        // +default=1
        weight: int32;
      } | null;
    }
  >;
  // +default={"named": {"a": {"soft": 5}}, "labels": [{"a": "b"}]}
  quotas?: Quotas;
  // +default=[{"soft": 5}]
  oneOrMany?: Limits | Limits[];
  // +default={"a": {"soft": 5}}
  mapOrBoolean?: Record<string, Limits> | boolean;
  // +default={"a": {"kind": "fixed"}}
  policies?: Record<string, Policy>;
}

export interface Quotas {
  named?: Record<string, Limits>;
  labels?: Record<string, string>[];
  // +default=1
  factor: int32;
}

export type Policy = FixedPolicy | FreePolicy;

export interface FixedPolicy {
  kind: "fixed";
  // +default=1
  size: int32;
}

export interface FreePolicy {
  kind: "free";
}

export interface Limits {
  soft: int32;
  // +default=10
  hard: int32;
}

// +default="info"
export type Level = "info" | "debug";

export type NearLevel = Level;

// +default={"from": "00:00"}
export interface Window {
  from: string;
  // +default="24:00"
  to?: string;
}

export interface Made {
  name: string;
  constructor?: string;
}
