import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Scale is a number of replicas. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Scale extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}
