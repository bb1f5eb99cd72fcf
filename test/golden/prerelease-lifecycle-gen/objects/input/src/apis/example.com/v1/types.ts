import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.7
/** Table is one. */
export interface Table extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** TableList is a list of Table. */
export interface TableList extends TypeMeta {
  metadata: ListMeta;
  items: Table[];
}
