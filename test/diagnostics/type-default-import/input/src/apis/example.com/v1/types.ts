import type Phase from "./phase.js";
import type { default as Other } from "./phase.js";

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  phase: Phase;
  other: Other;
}
