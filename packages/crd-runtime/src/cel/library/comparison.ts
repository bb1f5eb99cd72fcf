import { library, type Overload } from "../types/signature.js";
import { simpleTypes } from "../types/type.js";
import { equal } from "../values/equality.js";
import { compare } from "../values/order.js";
import type { CelValue } from "../values/value.js";

const numbers = ["int", "uint", "double"] as const;
const others = ["bool", "string", "bytes", "timestamp", "duration"] as const;

/** Types whose values have an order among each other. */
const ordered = [
  ...others.map((type) => [type, type] as const),
  ...numbers.flatMap((left) => numbers.map((right) => [left, right] as const)),
];

function relation(name: string, holds: (order: number) => boolean): readonly Overload[] {
  return ordered.map(([left, right]) => ({
    name,
    member: false,
    parameters: [simpleTypes[left], simpleTypes[right]],
    result: simpleTypes.bool,
    generics: [],
    call: ([a = null, b = null]: readonly CelValue[]) => {
      const order = compare(a, b);
      return order !== undefined && holds(order);
    },
  }));
}

/** Equality, order, membership and logic. */
export const comparison: readonly Overload[] = [
  ...library({
    "_==_(A, A): bool": (a, b) => equal(a, b),
    "_!=_(A, A): bool": (a, b) => !equal(a, b),
    "_in_(A, list<A>): bool": (item, list) => list.values().some((value) => equal(item, value)),
    "_in_(A, map<A,B>): bool": (key, map) => map.find(key) !== undefined,
    "!_(bool): bool": (value) => !value,
    // These evaluate only what they need: the plan makes them.
    "_&&_(bool, bool): bool": (a, b) => a && b,
    "_||_(bool, bool): bool": (a, b) => a || b,
    "_?_:_(bool, A, A): A": (condition, yes, no) => (condition ? yes : no),
  }),
  ...relation("_<_", (order) => order < 0),
  ...relation("_<=_", (order) => order <= 0),
  ...relation("_>_", (order) => order > 0),
  ...relation("_>=_", (order) => order >= 0),
];
