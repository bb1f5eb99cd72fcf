import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:onlyVerbs=get,apply
// +kubebuilder:ac:generate=true
// +kubebuilder:object:root=true
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}
