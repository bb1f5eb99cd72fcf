import type { integer } from "crd-runtime";

export interface Uses {
  matrix: Matrix;
  matrices?: Matrix[];
  window?: Window;
  windows?: Window[];
  board?: Board;
  boards?: Record<string, Board>;
  path: Path;
  paths?: Path[] | null;
}

/** Copied by a function of its own. */
// +k8s:deepcopy-gen=false
export interface Matrix {
  rows: integer[][];
}

/** An alias with a function of its own. */
export type Window = integer[];

/** Filled by a function of its own. */
export interface Board {
  readonly cells: integer[][];
  note?: string;
}

/** An alias that is filled. */
export type Path = integer[];

/** Its copy has the name that a function which fills a Window would have. */
export interface IntoWindow {
  panes: string[];
}
