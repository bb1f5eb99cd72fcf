import type { Overload } from "../types/signature.js";
import { type CelType, sameType } from "../types/type.js";
import { listBase } from "./base-cost.js";
import { methodCost } from "./method-cost.js";
import {
  type CallCost,
  difference,
  elementOf,
  numberOf,
  type Operand,
  patternCost,
  sizeOf,
  textCost,
  textFactor,
} from "./operand.js";
import { add, fixed, multiply, type Range, scale, union, unknown } from "./range.js";

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

/** cel-go's list and set extensions, which have estimators of their own. */
function listCost({ overload, target, args }: Call): CallCost | undefined {
  const [first, second] = args;
  const allocating = (size: Range, factor: number): CallCost => ({
    cost: add(scale(size, factor), fixed(1), listBase),
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
  return { cost: add(scale(squared, factor), fixed(1), listBase), size: squared };
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

/** The larger of what several overloads cost. */
export function unionOfCosts(costs: readonly CallCost[]): CallCost {
  const [head = one, ...rest] = costs;
  return rest.reduce<CallCost>((all, next) => {
    const size = all.size === undefined ? next.size : union(all.size, next.size ?? all.size);
    const cost = union(all.cost, next.cost);
    return size === undefined ? { cost } : { cost, size };
  }, head);
}
