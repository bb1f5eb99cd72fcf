import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:rbac:groups="",resources=events,verbs=create
/** Whatever has metadata, for functions of ours. */
export interface AnyObject extends TypeMeta {
  metadata: ObjectMeta;
}
