import type {
  Bytes,
  Condition,
  Duration,
  double,
  float,
  int32,
  int64,
  integer,
  IntOrString,
  JSON,
  LabelSelector,
  ListMeta,
  MicroTime,
  ObjectMeta,
  OwnerReference,
  Quantity,
  RawExtension,
  Time,
  TypeMeta,
} from "crd-runtime";
import type { Backup } from "../../other.example.com/v1/types.js";
import type { Volume as OldVolume } from "../v1beta1/types.js";

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Machine extends TypeMeta {
  metadata: ObjectMeta;
  spec: MachineSpec;
  status?: MachineStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface MachineList extends TypeMeta {
  metadata: ListMeta;
  items: Machine[];
}

export interface MachineSpec extends Sized {
  name: string;
  readonly enabled: boolean;
  // +crd-project:plainNumber
  ratio?: number;
  class: "small" | "large";
  zone: "only";
  level?: 1 | 2 | 3;
  always?: true;
  nickname: string | null;
  tags?: string[];
  matrix?: int32[][];
  labels: Record<string, string>;
  index?: { [key: string]: { port: int32; protocol?: "TCP" | "UDP" }[] };
  args?: string | string[];
  range?: readonly [min: int32, max: int32];
  steps?: [Volume, "on" | null, { port: int32 }][];
  volumes?: Volume | Volume[];
  tls?: TLSConfig | boolean;
  source: Source;
  sources?: Source[];
  tree?: TreeNode;
  nested: {
    "with-dash": string;
    $dollar?: Quantity | null;
    deeper?: { deepest: Time };
  };
  old?: OldVolume;
  backup?: Backup;
  alias?: MachineName;
  names?: MachineNames;
  maybe?: MaybeVolume;
}

export interface Sized {
  size?: Quantity;
}

export interface MachineStatus {
  conditions?: Condition[];
  observedGeneration?: int64;
  count?: integer;
  load?: float;
  exact?: double;
  port?: IntOrString;
  started?: Time;
  precise?: MicroTime;
  timeout?: Duration;
  data?: Bytes;
  anything?: JSON;
  raw?: RawExtension;
  selector?: LabelSelector;
  owner?: OwnerReference;
}

export interface Volume {
  path: string;
}

export interface TLSConfig {
  secretName: string;
}

export interface GitSource {
  type: "git";
  url: string;
}

export interface ImageSource {
  type: "image";
  image?: string;
  constructor?: string;
}

export type Source = GitSource | ImageSource;

/** Holds itself in all ways. */
export interface TreeNode {
  value: string;
  children?: TreeNode[];
  left?: TreeNode | null;
  byName?: Record<string, TreeNode>;
  leaf?: Leaf;
}

export interface Leaf {
  parent?: TreeNode;
}

export type MachineName = string;

export type MachineNames = MachineName[];

export type MaybeVolume = Volume | null;

export type AnotherVolume = Volume;

export type Meta = ObjectMeta;

export type Inline = { a: string; b?: int32 };

export interface HTTPRoute {}
