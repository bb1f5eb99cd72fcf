import type { Condition, int32, ListMeta, ObjectMeta, Quantity, TypeMeta } from "crd-runtime";

/** A database with its replicas. */
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

export type Engine = "postgres" | "mysql";

// +k8s:format=k8s-short-name
// +k8s:maxLength=20
export type ZoneName = string;

export interface DatabaseSpec {
  // +k8s:immutable
  engine: Engine;
  // +k8s:minimum=1
  // +k8s:maximum=9
  // +k8s:monotonic
  replicas?: int32;
  storage: Quantity;
  // +k8s:required
  // +k8s:minLength=3
  // +k8s:maxBytes=16
  // +k8s:neq="default"
  owner?: string;
  // +k8s:optional
  // +k8s:update=NoUnset
  className?: string;
  // +k8s:forbidden
  reserved?: string;
  // +k8s:optional
  // +k8s:listType=set
  // +k8s:maxItems=3
  zones?: ZoneName[];
  // +k8s:optional
  // +k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:update=NoRemoveItem
  users?: User[];
  // +k8s:optional
  // +k8s:maxProperties=2
  // +k8s:eachKey=+k8s:format=k8s-label-key
  // +k8s:eachVal=+k8s:maxLength=5
  parameters?: Record<string, string>;
  backup?: {
    // +k8s:minLength=1
    schedule: string;
    keep?: int32;
  };
}

export interface User {
  // +k8s:format=k8s-short-name
  name: string;
  // +k8s:immutable
  role?: "reader" | "writer";
  // +k8s:listType=atomic
  // +k8s:minItems=1
  // +k8s:eachVal=+k8s:minLength=1
  grants?: string[];
}

export interface DatabaseStatus {
  conditions?: Condition[];
  readyReplicas?: int32;
}
