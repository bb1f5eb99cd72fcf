import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Index is served as 'indices', which no rule for plurals says. */
// +genclient
// +resourceName=indices
// +kubebuilder:resource:path=indices
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Index extends TypeMeta {
  metadata: ObjectMeta;
  spec: { size?: string };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface IndexList extends TypeMeta {
  metadata: ListMeta;
  items: Index[];
}
