import type {
  Condition,
  int32,
  IntOrString,
  JSON,
  LabelSelector,
  LabelSelectorRequirement,
  ListMeta,
  ObjectMeta,
  OwnerReference,
  Quantity,
  RawExtension,
  Status,
  Time,
  TypeMeta,
} from "crd-runtime";

/**
 * Database describes a database.
 *
 * Its engine is chosen by the operator.
 */
// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  status?: DatabaseStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

export interface DatabaseSpec extends Common {
  /** Number of replicas. */
  size: int32;
  engine: Engine;
  mode?: "Primary" | "Replica" | null;
  level?: "Debug" | "Information" | "Warning" | "Error" | "Fatal" | "Silent" | "Verbose" | "Everything";
  cpu?: Quantity;
  port?: IntOrString;
  /** Who may log in. */
  users: User[];
  owners?: Users;
  flags?: string[];
  matrix?: (1 | 2)[][];
  parameters?: Record<string, string>;
  pools?: Record<string, Pool>;
  poolGroups?: Record<string, Pool[]>;
  storage: {
    class?: string;
    volumes: { name: string; size?: Quantity }[];
  };
  /** Anything. */
  extra?: RawExtension;
  values?: JSON;
  tree?: Tree;
  action?: Action;
  actions?: Action[];
  one?: User | User[];
  toggle?: Pool | boolean;
  undo?: Restore | boolean;
  selector?: LabelSelector;
  requirements?: LabelSelectorRequirement[];
  owner?: OwnerReference;
  "node-port"?: int32;
  template?: Template;
  answer?: Status;
  grid?: Grid;
  ready?: Ready;
  healthy?: Healthy;
  // +mapType=atomic
  limits?: Record<string, string>;
  // +structType=atomic
  window?: Window;
  slot?: Slot;
}

export interface Common {
  paused?: boolean;
}

export type Engine = "postgres" | "mysql";

export type Users = User[];

export interface User {
  name: string;
  roles?: string[];
}

export type Pool = { size?: int32 };

/** Tree is a tree. */
export interface Tree {
  name: string;
  children?: Tree[];
  forest?: Forest;
}

export interface Forest {
  trees: Record<string, Tree | null>;
}

/** Action is done once. */
export type Action = Backup | Restore;

export interface Backup {
  type: "Backup";
  target: string;
  starter?: User;
}

export interface Restore {
  type: "Restore";
  source: string;
  selector?: LabelSelector;
  approver?: User;
}

/** Template has metadata of its own. */
export interface Template {
  metadata?: ObjectMeta;
  spec: User;
}

export interface Grid extends TypeMeta {
  metadata: ObjectMeta;
  cells?: int32[];
}

/** Ready is a condition with a cause. */
export interface Ready extends Condition {
  cause?: User;
}

/** Healthy has the members of a condition, and none of its own. */
export interface Healthy extends Condition {}

export interface Window {
  from: Time;
  to: Time;
}

/** Slot has one owner as a whole wherever it is. */
// +structType=atomic
export interface Slot {
  number: int32;
  end?: Window;
}

export interface DatabaseStatus {
  conditions?: Condition[];
  observed?: Time;
}

/** Unreached is not in anything that is applied. */
export interface Unreached {
  name: string;
}

/** Cluster holds databases. */
// +genclient
// +genclient:nonNamespaced
// +genclient:noStatus
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  spec?: { size?: int32 };
  status?: { phase?: string };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterList extends TypeMeta {
  metadata: ListMeta;
  items: Cluster[];
}

/** Report is never applied. */
// +genclient
// +genclient:skipVerbs=apply,applyStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Report extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Unreached;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ReportList extends TypeMeta {
  metadata: ListMeta;
  items: Report[];
}
