import type { Limits } from "./types.js";

export const standard = "standard";
export const negative = -3;
/** Not read by generators: the code names it. */
export const computed = 60 * 60;
export const limits: Limits = { soft: 1, hard: 2 };
const hidden = "silver";
export { hidden as tier };

export function computedTiers(): string[] {
  return ["gold"];
}
export const tiers = computedTiers();
export const frozenTiers: readonly string[] = Object.freeze(computedTiers());
