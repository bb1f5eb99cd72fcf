import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database is registered by hand, in a file of any name. */
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}
