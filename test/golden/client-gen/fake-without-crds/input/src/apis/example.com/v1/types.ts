import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database of v1. */
// +genclient
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
