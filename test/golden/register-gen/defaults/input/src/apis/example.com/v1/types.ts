import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Queue holds what waits. */
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  // +default=10
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface QueueList extends TypeMeta {
  metadata: ListMeta;
  items: Queue[];
}
