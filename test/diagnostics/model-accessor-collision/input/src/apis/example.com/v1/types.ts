import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:onlyVerbs=get
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface VPC extends TypeMeta {
  metadata: ObjectMeta;
}

// +genclient
// +genclient:onlyVerbs=get
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:path=virtualclouds
export interface Vpc extends TypeMeta {
  metadata: ObjectMeta;
}
