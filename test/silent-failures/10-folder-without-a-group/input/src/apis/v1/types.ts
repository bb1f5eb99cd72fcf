import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +kubebuilder:resource:shortName=q
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
}
