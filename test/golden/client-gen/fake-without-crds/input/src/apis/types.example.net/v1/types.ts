import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Shape has no client, nor has its group. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Shape extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}
