import type { Diagnostic, Place } from "../../diagnostics/index.js";

/** Something wrong in a tag's text: which part, and the diagnostic once the part has its place in the file. */
export interface TagProblem {
  /** Offset into the text behind the `+`; undefined for the whole tag. */
  readonly at?: number;
  readonly length?: number;
  readonly toDiagnostic: (place: Pick<Place, "span">) => Diagnostic;
}
