import type { ObjectMeta, TypeMeta } from "crd-runtime";

export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
}
