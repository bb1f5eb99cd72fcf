import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource
/** Hidden has no definition, and no sample. */
export interface Hidden extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface HiddenList extends TypeMeta {
  metadata: ListMeta;
  items: Hidden[];
}
