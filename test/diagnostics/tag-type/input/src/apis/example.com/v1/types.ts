import type { int32, ObjectMeta, Quantity } from "crd-runtime";

export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  // +k8s:minLength=1
  replicas?: int32;
  // +k8s:minimum=1
  name: string;
  // +k8s:maximum=1
  // +crd-project:plainNumber
  ratio?: number;
  // +k8s:maxItems=1
  labels?: Record<string, string>;
  // +k8s:maxProperties=1
  zones?: string[];
  // +k8s:maxProperties=1
  user?: User;
  // +k8s:format=k8s-uuid
  storage?: Quantity;
  // +k8s:neq=1
  either?: string | string[];
  // +k8s:monotonic
  on?: boolean;
  // +k8s:enum
  free?: string;
  // +k8s:listType=set
  text?: string;
  // +k8s:listType=map
  // +k8s:listMapKey=name
  names?: string[];
  // +k8s:eachVal=+k8s:minLength=1
  scalar?: string;
  // +k8s:eachVal=+k8s:minLength=1
  numbers?: int32[];
  // +k8s:eachKey=+k8s:minLength=1
  list?: string[];
  // +k8s:eachKey=+k8s:minimum=1
  map?: Record<string, int32>;
  // +k8s:update=NoAddItem
  added?: string;
  // +k8s:eachVal=+k8s:update=NoModify
  lists?: Record<string, string[]>;
}

// +k8s:minLength=1
export interface User {
  name: string;
}
