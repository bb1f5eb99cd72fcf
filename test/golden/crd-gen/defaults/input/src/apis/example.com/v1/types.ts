import type { Duration, int32, IntOrString, JSON, ObjectMeta, Quantity, TypeMeta } from "crd-runtime";

export const standardClass = "standard";
export const port = 80 + 8000;
export const tiers = ["gold", "silver"] as const;

// +kubebuilder:object:root=true
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  // +kubebuilder:default={}
  spec: QueueSpec;
}

export interface QueueSpec {
  // +kubebuilder:default=standard
  name?: string;
  /** Required, and filled in before that is checked. */
  // +default=3
  size: int32;
  // +kubebuilder:default=100Mi
  memory?: Quantity;
  // +kubebuilder:default="50%"
  surge?: IntOrString;
  // +default="5m"
  timeout?: Duration;
  // +kubebuilder:default={}
  hosts?: string[];
  // +kubebuilder:default={a,b}
  zones?: string[];
  // +default={"level": "info", "nested": {"a": [1, 2.5, null]}}
  extra?: JSON;
  // +default=null
  note?: string | null;
  // +kubebuilder:default=true
  // +default=true
  enabled?: boolean;
  // +default=ref(standardClass)
  className?: string;
  // +default=ref(port)
  port?: int32;
  // +default=ref(tiers)
  tiers?: string[];
  // +default={"schedule": "@daily"}
  backup?: Backup;
  consumers?: Consumer[];
  source?: Disk | Bucket;
  level?: Level;
  // +default={"name": "x", "limits": [{}]}
  quota?: Quota;
  // +default={}
  policy?: Policy;
}

// Functions set it; as in controller-gen, the schema has the defaults of members alone.
// +default="info"
export type Level = "info" | "debug";

export interface Backup {
  schedule: string;
  // +default=7
  keep?: int32;
}

/** A default lacks what is required here: the schema's is complete. */
export interface Quota {
  name: string;
  limits: {
    // +default=10
    soft: int32;
    // +default=20
    hard?: int32;
  }[];
}

/** A function fills in what the default lacks; the API server has none. */
export interface Policy {
  kind: string;
}

export function setDefaults_Policy(object: Policy): void {
  object.kind ||= "any";
}

export interface Consumer {
  name: string;
  // +default=1
  weight?: int32;
}

export interface Disk {
  type: "disk";
  // +default="/data"
  path?: string;
}

export interface Bucket {
  type: "bucket";
  bucket: string;
}

/** A member that is declared again has the default that stands there, or none. */
export interface Base {
  // +default="a"
  kept?: string;
  // +default="a"
  changed?: string;
  // +default="a"
  dropped?: string;
}

export interface Derived extends Base {
  // +default="b"
  changed?: string;
  dropped?: string;
}

// +kubebuilder:object:root=true
export interface Other extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Derived;
}
