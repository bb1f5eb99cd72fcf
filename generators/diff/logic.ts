import { isDeepStrictEqual } from "node:util";
import type { Scope } from "./change.js";
import { holds, shown } from "./constraints.js";
import type { Schema } from "./manifest.js";

/** Compares the alternatives that a value has to fit, besides its structure. */
export function compareLogic(input: {
  readonly before: Schema;
  readonly after: Schema;
  readonly scope: Scope;
}): void {
  const { before, after, scope } = input;
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    const old = before[keyword] ?? [];
    const now = after[keyword] ?? [];
    if (isDeepStrictEqual(old, now)) continue;
    const text = `${keyword} ${shown(old)} is now ${shown(now)}`;
    if (isLooser({ keyword, old, now })) scope.safe(text);
    else scope.breaking("diff/constraint-tightened", text);
  }
  if (isDeepStrictEqual(before.not, after.not)) return;
  if (after.not === undefined) scope.safe(`not ${shown(before.not)} is gone`);
  else scope.breaking("diff/constraint-tightened", `not ${shown(after.not)} is new`);
}

/** Whether every value that the old alternatives take is taken by the new ones for certain. */
function isLooser(input: {
  readonly keyword: "allOf" | "anyOf" | "oneOf";
  readonly old: readonly Schema[];
  readonly now: readonly Schema[];
}): boolean {
  const { keyword, old, now } = input;
  if (now.length === 0) return true;
  if (keyword === "allOf") return now.every((value) => holds({ values: old, value }));
  if (old.length === 0 || !old.every((value) => holds({ values: now, value }))) return false;
  if (keyword === "anyOf") return true;
  // With oneOf a value that fits two is refused.
  const added = now.filter((value) => !holds({ values: old, value }));
  return added.every((one) => old.every((other) => excludeEachOther(one, other)));
}

/** Whether a required property has values in one that it cannot have in the other. */
function excludeEachOther(one: Schema, other: Schema): boolean {
  return (one.required ?? []).some((name) => {
    const left = one.properties?.[name]?.enum;
    const right = other.properties?.[name]?.enum;
    return left?.every((value) => right !== undefined && !holds({ values: right, value })) ?? false;
  });
}
