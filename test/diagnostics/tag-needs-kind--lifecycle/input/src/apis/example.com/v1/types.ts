import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.7
/** Database is one. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +k8s:prerelease-lifecycle-gen:introduced=1.7
export interface Part {
  size: int32;
}
