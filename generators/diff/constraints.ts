import { isDeepStrictEqual } from "node:util";
import { exactJson } from "../model/index.js";
import type { Scope } from "./change.js";
import type { Schema } from "./manifest.js";

/** Keywords whose number bounds values from above or below. */
const bounds = [
  ["maximum", "upper"],
  ["maxLength", "upper"],
  ["maxItems", "upper"],
  ["maxProperties", "upper"],
  ["minimum", "lower"],
  ["minLength", "lower"],
  ["minItems", "lower"],
  ["minProperties", "lower"],
] as const;

/** Keywords of which one value cannot be told to allow what another does. */
const opaque = ["pattern", "format", "multipleOf"] as const;

/** Keywords that ask for more when they are true. */
const switches = ["exclusiveMaximum", "exclusiveMinimum", "uniqueItems"] as const;

/** Compares what two schemas of one type ask of a value itself, besides its structure. */
export function compareConstraints(input: {
  readonly before: Schema;
  readonly after: Schema;
  readonly scope: Scope;
}): void {
  compareBounds(input);
  compareOpaque(input);
  compareSwitches(input);
  compareEnums(input);
  compareRules(input);
}

interface Pair {
  readonly before: Schema;
  readonly after: Schema;
  readonly scope: Scope;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : undefined;
}

function compareBounds({ before, after, scope }: Pair): void {
  for (const [keyword, side] of bounds) {
    const old = numberOf(before[keyword]);
    const now = numberOf(after[keyword]);
    if (old === now) continue;
    const text = changed({ keyword, old, now });
    const isTighter =
      now !== undefined && (old === undefined || (side === "upper" ? now < old : now > old));
    if (isTighter) scope.breaking("diff/constraint-tightened", text);
    else scope.safe(text);
  }
}

function compareOpaque({ before, after, scope }: Pair): void {
  for (const keyword of opaque) {
    const old = before[keyword] ?? undefined;
    const now = after[keyword] ?? undefined;
    if (old === now) continue;
    const text = changed({ keyword, old, now });
    const isLooser =
      now === undefined || (keyword === "multipleOf" && isMultiple({ old, factor: now }));
    if (isLooser) scope.safe(text);
    else scope.breaking("diff/constraint-tightened", text);
  }
}

/** Whether what is a multiple of the old number is one of the new one, too: the server rounds fractions its own way. */
function isMultiple(input: { readonly old: unknown; readonly factor: unknown }): boolean {
  const old = numberOf(input.old);
  const factor = numberOf(input.factor);
  return Number.isInteger(old) && Number.isInteger(factor) && Number(old) % Number(factor) === 0;
}

function compareSwitches({ before, after, scope }: Pair): void {
  for (const keyword of switches) {
    const old = before[keyword] === true;
    const now = after[keyword] === true;
    if (old === now) continue;
    if (now) scope.breaking("diff/constraint-tightened", `${keyword} is new`);
    else scope.safe(`${keyword} is gone`);
  }
}

function compareEnums({ before, after, scope }: Pair): void {
  const { enum: old } = before;
  const { enum: now } = after;
  if (old === undefined && now === undefined) return;
  if (old === undefined) {
    scope.breaking("diff/constraint-tightened", `only ${listed(now ?? [])} is allowed now`);
    return;
  }
  if (now === undefined) {
    scope.safe("any value is allowed, not only those of an enum");
    return;
  }
  for (const value of old.filter((one) => !holds({ values: now, value: one }))) {
    scope.breaking("diff/enum-value-removed", `${shown(value)} is no longer allowed`);
  }
  for (const value of now.filter((one) => !holds({ values: old, value: one }))) {
    scope.safe(`${shown(value)} is allowed, too`);
  }
}

function compareRules({ before, after, scope }: Pair): void {
  const old = before["x-kubernetes-validations"] ?? [];
  const now = after["x-kubernetes-validations"] ?? [];
  for (const rule of now) {
    const same = old.find((one) => one.rule === rule.rule);
    if (same === undefined) scope.breaking("diff/rule-added", `rule ${shown(rule.rule)} is new`);
    else if (!isDeepStrictEqual(same, rule))
      scope.safe(`what rule ${shown(rule.rule)} says when it fails`);
  }
  for (const { rule } of old) {
    if (!now.some((one) => one.rule === rule)) scope.safe(`rule ${shown(rule)} is gone`);
  }
}

export function holds(input: {
  readonly values: readonly unknown[];
  readonly value: unknown;
}): boolean {
  return input.values.some((value) => isDeepStrictEqual(value, input.value));
}

/** A value as JSON, cut where it is long. */
export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : exactJson(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function listed(values: readonly unknown[]): string {
  return values.map((value) => shown(value)).join(", ");
}

/** `maximum 10 is now 5`, `maximum 5 is new`, `maximum 10 is gone`. */
export function changed(input: {
  readonly keyword: string;
  readonly old: unknown;
  readonly now: unknown;
}): string {
  const { keyword, old, now } = input;
  if (old === undefined) return `${keyword} ${shown(now)} is new`;
  return now === undefined
    ? `${keyword} ${shown(old)} is gone`
    : `${keyword} ${shown(old)} is now ${shown(now)}`;
}
