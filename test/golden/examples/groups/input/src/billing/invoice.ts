import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** An answer of the API server that is no API type of the project. */
export interface Invoice extends TypeMeta {
  metadata: ObjectMeta;
  total: string;
}
