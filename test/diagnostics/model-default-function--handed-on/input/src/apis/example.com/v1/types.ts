import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  spec: QueueSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface QueueList extends TypeMeta {
  metadata: ListMeta;
  items: Queue[];
}

export interface QueueSpec {
  items: Item[];
  // +default=1
  length?: int32;
}

export interface Item {
  size?: int32;
}
