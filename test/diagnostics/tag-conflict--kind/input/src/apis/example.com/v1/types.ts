import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +kubebuilder:object:root=false
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}
