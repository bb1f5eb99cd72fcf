import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:storageversion
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  nodes: string[];
}
