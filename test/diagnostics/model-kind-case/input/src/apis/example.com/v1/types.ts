import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:resource:path=postgresqls
export interface postgresql extends TypeMeta {
  metadata: ObjectMeta;
}
