import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Thing extends TypeMeta {
  metadata: ObjectMeta;
}
