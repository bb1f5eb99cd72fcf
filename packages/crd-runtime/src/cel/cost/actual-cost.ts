import type { Expr } from "../syntax/expr.js";
import type { Overload } from "../types/signature.js";
import type { CelType } from "../types/type.js";
import { CelList } from "../values/list.js";
import { CelMap } from "../values/map.js";
import type { CelValue } from "../values/value.js";
import { listBase } from "./base-cost.js";
import { callCost, unionOfCosts } from "./call-cost.js";
import { elementOf, type Operand, textFactor } from "./operand.js";
import { fixed, type Range } from "./range.js";

/** What a call costs apart from its arguments: always the same, or by the values that it gets. */
export type ActualCost = number | ((values: readonly CelValue[]) => number);

/** The cost of a call as cel-go's tracker counts it: what the estimate would be, were the sizes of its arguments known. */
export function actualCost(input: {
  readonly overloads: readonly Overload[];
  readonly args: readonly Expr[];
  readonly typeOf: (expr: Expr) => CelType;
}): ActualCost {
  const { overloads, args } = input;
  const own = ownCosts.get(overloads[0]?.name ?? "");
  if (own !== undefined) return own;
  const types = args.map(input.typeOf);
  const member = overloads[0]?.member === true;
  const cost = (sizes: readonly Sizes[]): number => {
    const operands = args.flatMap((expr, index): readonly Operand[] => {
      const [type, size] = [types[index], sizes[index]];
      return type === undefined || size === undefined ? [] : [{ expr, type, ...size }];
    });
    const [target, ...rest] = operands;
    const costs = overloads.map((overload) =>
      callCost({ overload, target: member ? target : undefined, args: member ? rest : operands }),
    );
    return unionOfCosts(costs).cost.max;
  };
  const same = (size: number): number =>
    cost(args.map(() => ({ size: fixed(size), elementSize: fixed(size) })));
  // Of most functions sizes do not count.
  const [small, large] = [same(1), same(1000)];
  if (small === large) return small;
  const texts = types.map((type) => {
    const kind = elementOf({ type } as Operand)?.kind;
    return kind === "string" || kind === "bytes";
  });
  return (values) =>
    cost(values.map((value, index) => sizesOf({ value, withElements: texts[index] === true })));
}

/** What the server counts otherwise than it estimates: each step through what is there. */
const ownCosts: ReadonlyMap<string, (values: readonly CelValue[]) => number> = new Map([
  ...["indexOf", "isSorted", "lastIndexOf", "max", "min", "sum"].map(
    (name) => [name, ([value = null]: readonly CelValue[]) => traversal(value)] as const,
  ),
  // By what they make, which their arguments tell; the estimate knows literals only.
  ["lists.range", ([count = 0n]) => allocation(integerOf(count))],
  ["slice", ([, start = 0n, end = 0n]) => allocation(integerOf(end) - integerOf(start))],
  [
    "flatten",
    ([list = null, depth = 1n]) => allocation(sizeOf(list) * Math.max(integerOf(depth), 1)),
  ],
  ["join", ([list = null, between = ""]) => Math.ceil(joinedSize(list, between) * 2 * textFactor)],
]);

function allocation(size: number): number {
  return Math.max(size, 0) + 1 + listBase.max;
}

function integerOf(value: CelValue): number {
  return typeof value === "bigint" ? Number(value) : 0;
}

function traversal(value: CelValue): number {
  if (typeof value === "string") return Math.floor(Buffer.byteLength(value) * textFactor);
  if (value instanceof Uint8Array) return Math.floor(value.length * textFactor);
  if (!(value instanceof CelList)) return 1;
  return [...value.values()].reduce<number>((sum, element) => sum + traversal(element), 0);
}

function joinedSize(list: CelValue, between: CelValue): number {
  if (!(list instanceof CelList)) return 1;
  const texts = [...list.values()].reduce<number>((sum, element) => sum + sizeOf(element), 0);
  return texts + Math.max(list.size - 1, 0) * sizeOf(between);
}

interface Sizes {
  readonly size: Range;
  readonly elementSize: Range;
}

function sizesOf(input: { readonly value: CelValue; readonly withElements: boolean }): Sizes {
  const { value, withElements } = input;
  const elements = withElements && value instanceof CelList ? [...value.values()] : [];
  const largest = elements.reduce<number>((most, one) => Math.max(most, sizeOf(one)), 0);
  return { size: fixed(sizeOf(value)), elementSize: fixed(withElements ? largest : 1) };
}

/** Characters, bytes, elements or entries; 1 for any other value. */
function sizeOf(value: CelValue): number {
  if (typeof value === "string") return runes(value);
  if (value instanceof Uint8Array) return value.length;
  return value instanceof CelList || value instanceof CelMap ? value.size : 1;
}

function runes(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
