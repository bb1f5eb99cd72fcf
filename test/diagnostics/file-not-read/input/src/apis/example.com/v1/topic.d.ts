import type { ObjectMeta, TypeMeta } from "crd-runtime";

/**
 * Topic is declared only.
 * +kubebuilder:object:root=true
 */
export declare interface Topic extends TypeMeta {
  metadata: ObjectMeta;
}
