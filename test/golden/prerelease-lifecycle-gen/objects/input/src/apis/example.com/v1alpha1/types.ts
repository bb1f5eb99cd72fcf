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
// +k8s:prerelease-lifecycle-gen:introduced=1.8
/** DatabaseList came later. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.7
// +k8s:prerelease-lifecycle-gen:replacement=other.io,v1,Options
/** Options are asked for. */
export interface Options extends TypeMeta {
  follow?: boolean;
}
