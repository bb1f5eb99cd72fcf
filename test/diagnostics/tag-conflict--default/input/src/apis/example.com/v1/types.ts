import type { int32 } from "crd-runtime";

export const three = 3;

export interface Zone {
  // +kubebuilder:default=2
  // +default=3
  weight?: int32;
  // +default=ref(three)
  // +kubebuilder:default=4
  share?: int32;
  // +default={"a": 1, "b": 2}
  // +kubebuilder:default={b: 2, a: 1}
  same?: Record<string, int32>;
}
