import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Ticket is all there is in its group. */
// +genclient
// +genclient:onlyVerbs=create
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Ticket extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}
