import type { Conditions } from "crd-runtime";
import type { Hidden, Phase, Stat } from "./phase.js";

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  condition: Conditions;
  phase: Phase;
  state: Stat;
  hidden: Hidden;
}
