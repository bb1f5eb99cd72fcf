import type { integer } from "crd-runtime";

export interface Uses {
  matrix: Matrix;
  matrices?: Matrix[];
  window?: Window;
  windows?: Window[];
}

/** Copied by a function of its own. */
// +k8s:deepcopy-gen=false
export interface Matrix {
  rows: integer[][];
}

/** An alias with a function of its own. */
export type Window = integer[];
