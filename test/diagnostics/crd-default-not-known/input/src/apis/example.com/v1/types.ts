import type { double, int32, ObjectMeta, TypeMeta } from "crd-runtime";

export const week = 7 * 24;

export const most = 1e400;

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Volume extends TypeMeta {
  metadata: ObjectMeta;
  // +default=ref(week)
  hours?: int32;
  // +default=ref(../../../settings.days)
  days?: int32;
  // +default=ref(most)
  size?: double;
}
