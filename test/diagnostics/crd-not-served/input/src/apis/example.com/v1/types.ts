import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a kind. */
// +kubebuilder:unservedversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
}
