import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  spec: QueueSpec;
}

export interface QueueSpec {
  // +listType=map
  name: string;
  // +mapType=atomic
  names: string[];
  // +structType=atomic
  size: int32;
  // +listType=map
  unkeyed: Item[];
  // +listMapKey=name
  untyped: Item[];
  // +listType=map
  // +listMapKey=nmae
  misspelt: Item[];
  // +listType=map
  // +listMapKey=port
  optional: Item[];
  // +listType=map
  // +listMapKey=labels
  structured: Item[];
  // +listType=map
  // +listMapKey=zone
  nullable: Item[];
  // +listType=map
  // +listMapKey=name
  scalars: string[];
  // +listType=set
  objects: Item[];
  // +listType=set
  holes: (string | null)[];
  // +listType=map
  // +listMapKey=name
  // +listMapKey=protocol
  fine: Item[];
  // +listType=set
  alsoFine: Atomic[];
}

export interface Item {
  name: string;
  port?: int32;
  // +default="TCP"
  protocol?: string;
  labels: Record<string, string>;
  zone: string | null;
}

// +structType=atomic
export interface Atomic {
  name: string;
}
