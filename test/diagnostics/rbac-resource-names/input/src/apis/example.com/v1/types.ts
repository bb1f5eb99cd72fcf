import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:subresource:status
/** Database is a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  status?: DatabaseStatus;
}

/** DatabaseStatus is what was observed. */
export interface DatabaseStatus {
  phase?: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Databases. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
