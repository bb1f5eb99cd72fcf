import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:path=databases
export interface Storage extends TypeMeta {
  metadata: ObjectMeta;
}
