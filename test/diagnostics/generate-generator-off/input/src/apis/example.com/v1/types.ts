import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.37
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  // +default="small"
  size?: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.37
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
