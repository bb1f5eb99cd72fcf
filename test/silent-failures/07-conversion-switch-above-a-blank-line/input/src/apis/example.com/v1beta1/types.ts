import type { int32 } from "crd-runtime";

// +k8s:conversion-gen=false

/** Not converted. */
export interface Old {
  size: int32;
}

export interface Kept {
  size: int32;
}
