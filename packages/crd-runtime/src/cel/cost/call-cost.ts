import type { Expr } from "../syntax/expr.js";
import type { Overload } from "../types/signature.js";
import { type CelType, sameType } from "../types/type.js";
import { add, fixed, multiply, type Range, scale, union, unknown } from "./range.js";

/** What a step through a text costs, by its length. */
export const textFactor = 0.1;
/** What a pattern costs, by its length. */
const patternFactor = 0.25;
const listBase = 10;

/** An argument of a call. */
export interface Operand {
  readonly expr: Expr;
  readonly type: CelType;
  readonly size: Range;
  /** Size of its elements; unknown where that is not known. */
  readonly elementSize: Range;
}

/** What a call costs apart from its arguments, and how large its result is. */
export interface CallCost {
  readonly cost: Range;
  readonly size?: Range;
}

interface Call {
  readonly overload: Overload;
  readonly target: Operand | undefined;
  readonly args: readonly Operand[];
}

const one: CallCost = { cost: fixed(1) };

/** Estimates the cost of a call of one overload. Follows cel-go's coster and Kubernetes' CostEstimator. */
export function callCost(call: Call): CallCost {
  const { overload, target, args } = call;
  const [first, second] = args;
  return (
    listCost(call) ??
    (target === undefined
      ? functionCost({ name: overload.name, overload, first, second })
      : methodCost({ name: overload.name, overload, target, args })) ??
    one
  );
}

function sizeOf(operand: Operand | undefined): Range {
  return operand?.size ?? unknown;
}

function textCost(operand: Operand | undefined): CallCost {
  return { cost: scale(sizeOf(operand), textFactor) };
}

/** A pattern on a text: their product. */
function patternCost(text: Operand | undefined, pattern: Operand | undefined): Range {
  const textCost = scale(add(sizeOf(text), fixed(1)), textFactor);
  return multiply(textCost, scale(sizeOf(pattern), patternFactor));
}

/** cel-go's list and set extensions, which have estimators of their own. */
function listCost({ overload, target, args }: Call): CallCost | undefined {
  const [first, second] = args;
  const allocating = (size: Range, factor: number): CallCost => ({
    cost: add(scale(size, factor), fixed(1), fixed(listBase)),
    size,
  });
  const sets = (factor: number): CallCost => ({
    cost: add(scale(multiply(sizeOf(first), sizeOf(second)), factor), fixed(1)),
  });
  const size = sizeOf(target);
  switch (overload.name) {
    case "slice":
      return allocating(fixed(difference(numberOf(second, size.max), numberOf(first, 0))), 1);
    case "lists.range":
      return allocating(fixed(numberOf(first, unknown.max)), 1);
    case "reverse":
      return allocating(size, 1);
    case "flatten":
      return allocating(size, first === undefined ? 1 : numberOf(first, unknown.max));
    case "distinct":
      return allocating(multiply(size, size), 2);
    case "sort":
      return sortCost(size, elementOf(target));
    case "sets.contains":
    case "sets.intersects":
      return sets(1);
    case "sets.equivalent":
      return sets(2);
    default:
      return undefined;
  }
}

/** Sorting a list by keys of a type. */
export function sortCost(size: Range, key: CelType | undefined): CallCost {
  const factor = key?.kind === "string" || key?.kind === "bytes" ? 2 + textFactor : 2;
  const squared = multiply(size, size);
  return { cost: add(scale(squared, factor), fixed(1), fixed(listBase)), size: squared };
}

function elementOf(operand: Operand | undefined): CelType | undefined {
  return operand?.type.kind === "list" ? operand.type.element : undefined;
}

/** Unsigned, as the server subtracts: what would be negative is enormous. */
function difference(end: number, start: number): number {
  return end < start ? unknown.max : end - start;
}

/** A literal; 0 for a negative one. */
function numberOf(operand: Operand | undefined, otherwise: number): number {
  const expr = operand?.expr;
  if (expr?.kind !== "literal" || expr.literal.type !== "int") return otherwise;
  return Math.max(Number(expr.literal.value), 0);
}

function functionCost(input: {
  readonly name: string;
  readonly overload: Overload;
  readonly first: Operand | undefined;
  readonly second: Operand | undefined;
}): CallCost | undefined {
  const { name, overload, first, second } = input;
  const [kind, otherKind] = overload.parameters.map((type) => type.kind);
  switch (name) {
    case "url":
      return { ...textCost(first), size: sizeOf(first) };
    case "cidr":
    case "ip":
    case "isIP":
    case "isCIDR":
    case "quantity":
    case "isQuantity":
    case "semver":
    case "isSemver":
      return textCost(first);
    case "ip.isCanonical":
      return { cost: scale(sizeOf(first), 2 * textFactor) };
    case "matches":
      return { cost: patternCost(first, second) };
    case "strings.quote": {
      const { min, max } = sizeOf(first);
      return { ...textCost(first), size: { min: min + 2, max: add(fixed(max * 2 + 2)).max } };
    }
    case "bytes": {
      if (kind !== "string") return undefined;
      const { min, max } = sizeOf(first);
      return { ...textCost(first), size: { min, max: add(fixed(max * 4)).max } };
    }
    case "string": {
      if (kind !== "bytes") return undefined;
      const { min, max } = sizeOf(first);
      return { ...textCost(first), size: { min: Math.floor(min / 4), max } };
    }
    case "_in_":
      return otherKind === "list" ? { cost: sizeOf(second) } : undefined;
    case "_+_":
      return sumCost(kind, add(sizeOf(first), sizeOf(second)));
    case "_==_":
      return equalityOfKubernetes(first, second) ?? comparisonCost(first, second);
    case "_!=_":
      return comparisonCost(first, second);
    case "_<_":
    case "_<=_":
    case "_>_":
    case "_>=_":
      return kind === "string" || kind === "bytes" ? comparisonCost(first, second) : undefined;
    default:
      return undefined;
  }
}

function sumCost(kind: CelType["kind"] | undefined, size: Range): CallCost | undefined {
  if (kind === "list") return { cost: fixed(1), size };
  if (kind === "string" || kind === "bytes") return { cost: scale(size, textFactor), size };
  return undefined;
}

function comparisonCost(first: Operand | undefined, second: Operand | undefined): CallCost {
  const max = Math.min(sizeOf(first).max, sizeOf(second).max);
  return { cost: scale({ min: max > 0 ? 1 : 0, max }, textFactor) };
}

const maxFormatSize = 64;

function equalityOfKubernetes(
  first: Operand | undefined,
  second: Operand | undefined,
): CallCost | undefined {
  if (first === undefined || second === undefined) return undefined;
  if (!sameType(first.type, second.type)) return undefined;
  switch (first.type.kind) {
    case "IP":
    case "CIDR":
    case "Quantity":
    case "Semver":
      return one;
    case "NamedFormat":
      return { cost: scale({ min: 1, max: maxFormatSize }, textFactor) };
    case "URL": {
      // The server looks at the size of the right one twice, and takes 1 where it does not know it.
      const max = second.size === unknown ? 1 : second.size.max;
      return { cost: scale({ min: 1, max }, textFactor) };
    }
    default:
      return undefined;
  }
}

/** Lengths of IP addresses in bytes. */
const address: Range = { min: 4, max: 16 };
const formatPatternSize = 128;

function methodCost(input: {
  readonly name: string;
  readonly overload: Overload;
  readonly target: Operand;
  readonly args: readonly Operand[];
}): CallCost | undefined {
  const { name, overload, target, args } = input;
  const [first, second] = args;
  const fromText = overload.parameters[1]?.kind === "string";
  const { size } = target;
  switch (name) {
    case "isSorted":
    case "sum":
    case "max":
    case "min":
    case "indexOf":
    case "lastIndexOf":
      return searchCost(target);
    case "lowerAscii":
    case "upperAscii":
    case "substring":
    case "trim":
      return { ...textCost(target), size };
    case "replace":
      return replaceCost(target, first, second);
    case "split": {
      const max = second === undefined ? size.max : numberOf(second, size.max);
      return { cost: scale(size, 2 * textFactor), size: { min: 0, max } };
    }
    case "join":
      return joinCost(target, first);
    case "find":
    case "findAll":
      return { cost: patternCost(target, first), size: { min: 0, max: size.max } };
    case "matches":
      return { cost: patternCost(target, first) };
    case "contains":
      return { cost: multiply(scale(size, textFactor), scale(sizeOf(first), textFactor)) };
    case "startsWith":
    case "endsWith":
      return textCost(first);
    case "format":
      return textCost(target);
    case "containsIP":
    case "containsCIDR": {
      const compared = scale(add(address, address), textFactor);
      const masked = name === "containsCIDR" ? add(scale(address, textFactor), fixed(1)) : fixed(0);
      const parsed = fromText ? scale(sizeOf(first), textFactor) : fixed(0);
      return { cost: add(compared, masked, parsed) };
    }
    case "validate":
      return {
        cost: scale(scale(sizeOf(first), textFactor), formatPatternSize * patternFactor),
      };
    default:
      return undefined;
  }
}

/** One comparison for each element, and a step through texts. */
function searchCost(target: Operand): CallCost {
  const element = elementOf(target);
  if (element === undefined) return textCost(target);
  const text = element.kind === "string" || element.kind === "bytes";
  const each = text ? add(fixed(1), scale(target.elementSize, textFactor)) : fixed(1);
  return { cost: multiply(target.size, each) };
}

function replaceCost(target: Operand, old: Operand | undefined, by: Operand | undefined): CallCost {
  const { size } = target;
  const [oldSize, bySize] = [sizeOf(old), sizeOf(by)];
  const most =
    oldSize.min === 0
      ? { count: size.max + 1, kept: size.max }
      : bySize.max <= oldSize.min
        ? { count: 0, kept: size.max }
        : { count: Math.ceil(size.max / oldSize.min), kept: 0 };
  const least =
    oldSize.max === 0
      ? { count: size.min + 1, kept: size.min }
      : oldSize.max <= bySize.min
        ? { count: 0, kept: size.min }
        : { count: Math.ceil(size.min / oldSize.max), kept: 0 };
  const count = { min: least.count, max: most.count };
  return {
    cost: scale(size, 2 * textFactor),
    size: add(multiply(count, bySize), { min: least.kept, max: most.kept }),
  };
}

function joinCost(target: Operand, separator: Operand | undefined): CallCost {
  const { size } = target;
  const texts = multiply(size, target.elementSize);
  const gaps = { min: Math.max(size.min - 1, 0), max: Math.max(size.max - 1, 0) };
  const joined = separator === undefined ? texts : add(texts, multiply(separator.size, gaps));
  return { cost: scale(joined, textFactor), size: joined };
}

/** The larger of what several overloads cost. */
export function unionOfCosts(costs: readonly CallCost[]): CallCost {
  const [head = one, ...rest] = costs;
  return rest.reduce<CallCost>((all, next) => {
    const size = all.size === undefined ? next.size : union(all.size, next.size ?? all.size);
    const cost = union(all.cost, next.cost);
    return size === undefined ? { cost } : { cost, size };
  }, head);
}
