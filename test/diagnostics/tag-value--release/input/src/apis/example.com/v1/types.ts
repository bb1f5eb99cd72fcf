import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=v1.7
// +k8s:prerelease-lifecycle-gen:deprecated=1.9.0
// +k8s:prerelease-lifecycle-gen:removed=2
// +k8s:prerelease-lifecycle-gen:replacement=example.com/v2,Database
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
