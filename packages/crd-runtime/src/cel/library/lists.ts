import { EvaluationError } from "../errors.js";
import { library, type Overload } from "../types/signature.js";
import { listOf, type SimpleTypeName, simpleTypes } from "../types/type.js";
import { equal } from "../values/equality.js";
import { CelList, ValueList } from "../values/list.js";
import { Optional } from "../values/optional.js";
import { compare } from "../values/order.js";
import { Duration } from "../values/time.js";
import { typeNameOf } from "../values/type-of.js";
import { Uint } from "../values/uint.js";
import type { CelValue } from "../values/value.js";
import { int64, uint64 } from "./arithmetic.js";

/** Elements that have an order. */
export const comparable = [
  "int",
  "uint",
  "double",
  "bool",
  "duration",
  "timestamp",
  "string",
  "bytes",
] as const satisfies readonly SimpleTypeName[];

const maxRange = 1_000_000n;

function onComparable(input: {
  readonly name: string;
  readonly result: "bool" | "element" | "list";
  readonly call: (list: CelList) => CelValue;
}): readonly Overload[] {
  const { name, result, call } = input;
  return comparable.map((type) => {
    const element = simpleTypes[type];
    const results = { bool: simpleTypes.bool, element, list: listOf(element) };
    return {
      name,
      member: true,
      parameters: [listOf(element)],
      result: results[result],
      generics: [],
      call: ([list]: readonly CelValue[]) => call(asList(list)),
    };
  });
}

function asList(value: CelValue | undefined): CelList {
  if (!(value instanceof CelList)) throw new EvaluationError("no such overload");
  return value;
}

function isSorted(list: CelList): boolean {
  const values = list.values();
  return values.every((value, index) => {
    const next = values[index + 1];
    return next === undefined || comparedUnlessOther(value, next) !== 1;
  });
}

/** Values of other types have no order, which is no error where lists are asked whether they are sorted. */
function comparedUnlessOther(left: CelValue, right: CelValue): number | undefined {
  try {
    return compare(left, right);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return undefined;
  }
}

function extreme(list: CelList, wanted: -1 | 1): CelValue {
  const [first, ...rest] = list.values();
  if (first === undefined) {
    throw new EvaluationError(`${wanted < 0 ? "min" : "max"} called on empty list`);
  }
  return rest.reduce((best, value) => (compare(value, best) === wanted ? value : best), first);
}

/** The list in the order of keys: the order of equal ones is kept. */
export function sorted(input: {
  readonly values: readonly CelValue[];
  readonly keys: readonly CelValue[];
}): CelList {
  const { values, keys } = input;
  const [first] = keys;
  if (keys.some((key) => first === undefined || typeNameOf(key) !== typeNameOf(first))) {
    throw new EvaluationError("list elements must have the same type");
  }
  const indices = [...keys.keys()].sort((left, right) => {
    const [one, other] = [keys[left], keys[right]];
    return one === undefined || other === undefined ? 0 : (compare(one, other) ?? 0);
  });
  return new ValueList(indices.map((index) => values[index] ?? null));
}

function position(list: CelList, item: CelValue): bigint {
  return BigInt(list.values().findIndex((value) => equal(value, item)));
}

function slice(list: CelList, start: bigint, end: bigint): CelList {
  if (start < 0n || end < 0n) {
    throw new EvaluationError(`cannot slice(${start}, ${end}), negative indexes not supported`);
  }
  if (start > end) {
    throw new EvaluationError(
      `cannot slice(${start}, ${end}), start index must be less than or equal to end index`,
    );
  }
  if (BigInt(list.size) < end) {
    throw new EvaluationError(`cannot slice(${start}, ${end}), list is length ${list.size}`);
  }
  return new ValueList(list.values().slice(Number(start), Number(end)));
}

function flatten(list: CelList, depth: bigint): CelValue[] {
  if (depth < 0n) throw new EvaluationError("level must be non-negative");
  return list
    .values()
    .flatMap((value) =>
      value instanceof CelList && depth > 0n ? flatten(value, depth - 1n) : [value],
    );
}

function distinct(list: CelList): CelList {
  const kept: CelValue[] = [];
  for (const value of list.values()) {
    if (!kept.some((other) => equal(value, other))) kept.push(value);
  }
  return new ValueList(kept);
}

function range(size: bigint): CelList {
  if (size < 0n) {
    throw new EvaluationError(`lists.range: size must be non-negative, got ${size}`);
  }
  if (size > maxRange) {
    throw new EvaluationError(`lists.range: size ${size} exceeds maximum allowed (${maxRange})`);
  }
  return new ValueList(Array.from({ length: Number(size) }, (_, index) => BigInt(index)));
}

const contains = (list: CelList, others: CelList): boolean => {
  const values = list.values();
  return others.values().every((other) => values.some((value) => equal(other, value)));
};

/** Kubernetes' lists library, cel-go's lists extension in its version 3, and its sets extension. */
export const lists: readonly Overload[] = [
  ...onComparable({ name: "isSorted", result: "bool", call: isSorted }),
  ...onComparable({ name: "min", result: "element", call: (list) => extreme(list, -1) }),
  ...onComparable({ name: "max", result: "element", call: (list) => extreme(list, 1) }),
  ...onComparable({
    name: "sort",
    result: "list",
    call: (list) => sorted({ values: list.values(), keys: list.values() }),
  }),
  ...library({
    "list<int>.sum(): int": (list) =>
      list
        .values()
        .reduce((sum: bigint, value) => int64(sum + (typeof value === "bigint" ? value : 0n)), 0n),
    "list<uint>.sum(): uint": (list) =>
      list
        .values()
        .reduce(
          (sum: Uint, value) => uint64(sum.value + (value instanceof Uint ? value.value : 0n)),
          new Uint(0n),
        ),
    "list<double>.sum(): double": (list) =>
      list
        .values()
        .reduce((sum: number, value) => sum + (typeof value === "number" ? value : 0), 0),
    "list<duration>.sum(): duration": (list) =>
      list
        .values()
        .reduce(
          (sum: Duration, value) =>
            new Duration(sum.nanos + (value instanceof Duration ? value.nanos : 0n)),
          new Duration(0n),
        ),
    "list<A>.indexOf(A): int": position,
    "list<A>.lastIndexOf(A): int": (list, item) =>
      BigInt(list.values().findLastIndex((value) => equal(value, item))),
    "list<A>.slice(int, int): list<A>": slice,
    "list<list<A>>.flatten(): list<A>": (list) => new ValueList(flatten(list, 1n)),
    "list<dyn>.flatten(int): list<dyn>": (list, depth) => new ValueList(flatten(list, depth)),
    "list<A>.reverse(): list<A>": (list) => new ValueList(list.values().reverse()),
    "list<A>.distinct(): list<A>": distinct,
    "list<A>.first(): optional<A>": (list) => Optional.from(list.find(0)),
    "list<A>.last(): optional<A>": (list) => Optional.from(list.find(list.size - 1)),
    "lists.range(int): list<int>": range,
    "sets.contains(list<A>, list<A>): bool": contains,
    "sets.equivalent(list<A>, list<A>): bool": (list, others) =>
      contains(list, others) && contains(others, list),
    "sets.intersects(list<A>, list<A>): bool": (list, others) => {
      const values = others.values();
      return list.values().some((value) => values.some((other) => equal(value, other)));
    },
  }),
];
