import type { TypeMeta } from "crd-runtime";

// +kubebuilder:object:root=false
export interface Options extends TypeMeta {
  name?: string;
}
