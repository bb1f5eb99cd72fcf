import { isDeepStrictEqual } from "node:util";
import { stringFormat } from "crd-runtime/schema";
import { exactJson } from "../model/index.js";
import type { Scope } from "./change.js";
import type { Schema, ValidationRule } from "./manifest.js";

/** Keywords whose number bounds sizes, and what says nothing. */
const sizes = [
  ["maxLength", "upper", Number.POSITIVE_INFINITY],
  ["maxItems", "upper", Number.POSITIVE_INFINITY],
  ["maxProperties", "upper", Number.POSITIVE_INFINITY],
  ["minLength", "lower", 0],
  ["minItems", "lower", 0],
  ["minProperties", "lower", 0],
] as const;

/** Keywords whose number bounds numbers, and those that take the bound itself away. */
const bounds = [
  ["maximum", "exclusiveMaximum", 1],
  ["minimum", "exclusiveMinimum", -1],
] as const;

/** Keywords of which one value cannot be told to allow what another does. */
const opaque = ["pattern", "format", "multipleOf"] as const;

/** Formats of numbers that take all values of their type. */
const widest: ReadonlySet<unknown> = new Set(["int64", "double"]);

/** Compares what two schemas of one type ask of a value itself, besides its structure. */
export function compareConstraints(input: {
  readonly before: Schema;
  readonly after: Schema;
  readonly scope: Scope;
}): void {
  compareSizes(input);
  compareBounds(input);
  compareOpaque(input);
  compareUnique(input);
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

function compareSizes({ before, after, scope }: Pair): void {
  for (const [keyword, side, none] of sizes) {
    const old = numberOf(before[keyword]);
    const now = numberOf(after[keyword]);
    if (old === now) continue;
    const text = changed({ keyword, old, now });
    const isTighter =
      side === "upper" ? (now ?? none) < (old ?? none) : (now ?? none) > (old ?? none);
    if (isTighter) scope.breaking("diff/constraint-tightened", text);
    else scope.safe(text);
  }
}

/** A bound and whether it excludes itself are judged together: above 0 is as much as from 1 on, for integers. */
function compareBounds({ before, after, scope }: Pair): void {
  for (const [keyword, exclusive, sign] of bounds) {
    const old = numberOf(before[keyword]);
    const now = numberOf(after[keyword]);
    const excluded = old !== undefined && before[exclusive] === true;
    const excludes = now !== undefined && after[exclusive] === true;
    const isTighter = isBelow({
      isInteger: before.type === "integer" && after.type === "integer",
      left: { value: sign * (now ?? sign * Number.POSITIVE_INFINITY), isExclusive: excludes },
      right: { value: sign * (old ?? sign * Number.POSITIVE_INFINITY), isExclusive: excluded },
    });
    const texts = [
      ...(old === now ? [] : [changed({ keyword, old, now })]),
      ...(excluded === excludes ? [] : [`${exclusive} is ${excludes ? "new" : "gone"}`]),
    ];
    if (texts.length === 0) continue;
    const text = texts.join(", ");
    if (isTighter) scope.breaking("diff/constraint-tightened", text);
    else scope.safe(text);
  }
}

interface UpperBound {
  readonly value: number;
  readonly isExclusive: boolean;
}

/** Whether a bound from above leaves less than another. */
function isBelow(input: {
  readonly left: UpperBound;
  readonly right: UpperBound;
  readonly isInteger: boolean;
}): boolean {
  const { isInteger } = input;
  // With a fraction as its bound, the server takes no integer.
  if (isInteger && !Number.isInteger(input.left.value) && Number.isFinite(input.left.value))
    return true;
  const left = isInteger ? ofIntegers(input.left) : input.left;
  const right = isInteger ? ofIntegers(input.right) : input.right;
  if (left.value !== right.value) return left.value < right.value;
  return left.isExclusive && !right.isExclusive;
}

function compareOpaque({ before, after, scope }: Pair): void {
  for (const keyword of opaque) {
    const old = before[keyword] ?? undefined;
    const now = after[keyword] ?? undefined;
    if (old === now) continue;
    const text = changed({ keyword, old, now });
    const isLooser =
      now === undefined ||
      (keyword === "multipleOf" && isMultiple({ old, factor: now })) ||
      (keyword === "format" && takesAll({ type: after.type, format: now }));
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

function ofIntegers(bound: UpperBound): UpperBound {
  return bound.isExclusive && Number.isSafeInteger(bound.value)
    ? { value: bound.value - 1, isExclusive: false }
    : bound;
}

/** Whether a format takes all values of a type: the server checks no format of strings that it does not know, nor passwords. */
function takesAll(input: { readonly type: unknown; readonly format: unknown }): boolean {
  const { type, format } = input;
  if (type !== "string") return (type === "integer" || type === "number") && widest.has(format);
  return format === "password" || stringFormat(String(format)) === undefined;
}

function compareUnique({ before, after, scope }: Pair): void {
  const keyword = "uniqueItems";
  const old = before[keyword] === true;
  const now = after[keyword] === true;
  if (old === now) return;
  if (now) scope.breaking("diff/constraint-tightened", `${keyword} is new`);
  else scope.safe(`${keyword} is gone`);
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
    const same =
      old.find((one) => isDeepStrictEqual(one, rule)) ??
      old.find((one) => one.rule === rule.rule && isAsked(one) === isAsked(rule)) ??
      old.find((one) => one.rule === rule.rule);
    if (same !== undefined && isAsked(same) !== isAsked(rule)) {
      const when = isAsked(rule) ? "is asked of new values, too" : "is asked of changes only";
      scope.breaking("diff/rule-added", `rule ${shown(rule.rule)} ${when}`);
    } else if (same === undefined)
      scope.breaking("diff/rule-added", `rule ${shown(rule.rule)} is new`);
    else if (!isDeepStrictEqual(same, rule))
      scope.safe(`what rule ${shown(rule.rule)} says when it fails`);
  }
  for (const { rule } of old) {
    if (!now.some((one) => one.rule === rule)) scope.safe(`rule ${shown(rule)} is gone`);
  }
}

/** Whether a rule about the old value is asked where there is none, too, for which its oldSelf is an optional. */
function isAsked(rule: ValidationRule): boolean {
  return rule["optionalOldSelf"] === true;
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
