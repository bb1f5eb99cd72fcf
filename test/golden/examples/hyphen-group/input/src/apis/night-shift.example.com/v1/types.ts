import type { Duration, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Shift is of a group that is no identifier. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Shift extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    length: Duration;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ShiftList extends TypeMeta {
  metadata: ListMeta;
  items: Shift[];
}
