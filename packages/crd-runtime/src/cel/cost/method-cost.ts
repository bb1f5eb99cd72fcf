import type { Overload } from "../types/signature.js";
import {
  type CallCost,
  elementOf,
  numberOf,
  type Operand,
  patternCost,
  patternFactor,
  sizeOf,
  textCost,
  textFactor,
} from "./operand.js";
import { add, fixed, multiply, type Range, scale } from "./range.js";

/** Lengths of IP addresses in bytes. */
const address: Range = { min: 4, max: 16 };
const formatPatternSize = 128;

/** The cost of a call on a receiver; undefined where it is 1. */
export function methodCost(input: {
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
