import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
export interface Cache extends TypeMeta {
  metadata: ObjectMeta;
}
