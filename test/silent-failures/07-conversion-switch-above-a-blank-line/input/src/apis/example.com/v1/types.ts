import type { int32 } from "crd-runtime";

/** Not converted. */
export interface Old {
  size: int32;
}

export interface Kept {
  size: int32;
}
