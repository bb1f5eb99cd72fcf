import type { Phase } from "../v1/phase.js";

export interface Storage {
  phase: Phase;
}
