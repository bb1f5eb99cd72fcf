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
import type { EnvVar } from "crd-runtime/core/v1";

/** Phase is where a database is in its life. */
export type Phase = "Pending" | "Running" | "Failed";

// +kubebuilder:validation:MaxLength=63
/** Name of a part. */
export type PartName = string;

/** All scalars of the API. */
export interface Scalars {
  text?: string;
  flag?: boolean;
  number?: double;
  whole?: integer;
  small?: int32;
  large?: int64;
  single?: float;
  precise?: double;
  level?: 1 | 2 | 3;
  share?: 0.5 | 1;
  quantity?: Quantity;
  port?: IntOrString;
  time?: Time;
  exact?: MicroTime;
  every?: Duration;
  data?: Bytes;
  raw?: RawExtension;
  any?: JSON;
  selector?: LabelSelector;
  owner?: OwnerReference;
  text0?: string | null;
  phase0?: Phase | null;
}

/** Node is a part of a tree. */
export interface Node {
  name: string;
  // +listType=atomic
  children?: Node[];
}

/** Tree of maps. */
export type Tree = { [key: string]: Tree };

/** Base is what all specs have. */
export interface Base {
  /** paused
   * is
   * one paragraph.
   *
   * Another one:
   *   - with
   *   - lines
   *
   * TODO: not for readers
   * ---
   * Nor is this.
   */
  paused?: boolean;
  // +default="base"
  kind0?: string;
}

/** Volume on a disk. */
export interface DiskVolume {
  type: "Disk";
  size: Quantity;
}

/** Volume in memory. */
export interface MemoryVolume {
  type: "Memory";
}

/** Volume is where data lies. */
export type Volume = DiskVolume | MemoryVolume;

// +union
/** Source is one of its members. */
export interface Source {
  // +unionDiscriminator
  type: string;
  inline?: string;
  secretName?: string;
  // +k8s:openapi-gen=false
  internal?: string;
}

// +structType=atomic
/** Window of time. */
export interface Window {
  from: string;
  to: string;
}

/** DatabaseSpec is what a user asks for. */
export interface DatabaseSpec extends Base {
  // +default=1
  // +kubebuilder:validation:Minimum=0
  // +kubebuilder:validation:Maximum=9
  replicas?: int32;
  part: PartName;
  // +kubebuilder:validation:MinLength=1
  other?: PartName;
  // +listType=map
  // +listMapKey=name
  // +patchStrategy=merge
  // +patchMergeKey=name
  /** Nodes by name. */
  nodes?: Node[];
  // +listType=set
  // +kubebuilder:validation:MaxItems=4
  // +kubebuilder:validation:items:Pattern=`^[a-z]+$`
  tags?: string[];
  // +mapType=granular
  limits?: Record<string, Quantity>;
  matrix?: Record<string, Record<string, int32>>;
  /** Written where it is used. */
  storage?: {
    /** How much. */
    size: Quantity;
    options?: { fast?: boolean };
  };
  tree?: Tree;
  volume?: Volume;
  source?: Source;
  window?: Window;
  oneOrMany?: string | string[];
  orNot?: Window | boolean;
  scalars?: Scalars;
  // +listType=map
  // +listMapKey=name
  env?: EnvVar[];
  // +k8s:openapi-gen=false
  hidden?: string;
  // +k8s:openapi-gen=x-kubernetes-sensitive:yes
  token?: string;
  // +kubebuilder:validation:XValidation:rule="self == oldSelf",message="cannot change"
  fixed?: string;
}

export interface DatabaseStatus {
  phase?: Phase;
  // +listType=map
  // +listMapKey=type
  conditions?: Condition[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  status?: DatabaseStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Databases. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +k8s:openapi-gen=false
/** Not for the public. */
export interface Internal {
  name: string;
}
