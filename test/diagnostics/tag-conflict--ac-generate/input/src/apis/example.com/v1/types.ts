import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:ac:generate=true
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}

// +kubebuilder:ac:generate=true
export interface Part {
  name: string;
}
