import {
  byDiscriminant,
  byKeys,
  byValue,
  type Check,
  eachItem,
  eachKey,
  eachValue,
  format,
  formatFieldError,
  immutable,
  maxBytes,
  maxItems,
  maximum,
  maxLength,
  maxProperties,
  minItems,
  minimum,
  minLength,
  minProperties,
  monotonic,
  neq,
  noAddEntry,
  noAddItem,
  noModify,
  noRemoveEntry,
  noRemoveItem,
  noSet,
  noUnset,
  oneOf,
  oneOrMany,
  unique,
  unlessBoolean,
} from "crd-runtime/validation";
import { describe, expect, it } from "vitest";

interface Row {
  readonly check: Check<never>;
  readonly object: unknown;
  readonly oldObject?: unknown;
  readonly errors: readonly string[];
}

function errorsOf(row: Omit<Row, "errors">): readonly string[] {
  const input = {
    object: row.object,
    oldObject: row.oldObject,
    path: "spec.x",
    operation: "oldObject" in row ? "update" : "create",
  };
  return row.check(input as never).map(formatFieldError);
}

const emoji = "\u{1f600}";

describe("limits", () => {
  it.each<Row>([
    {
      check: minLength(2),
      object: emoji,
      errors: [`spec.x: Too short: "${emoji}": must be at least 2 characters`],
    },
    {
      check: minLength(1),
      object: "",
      errors: ['spec.x: Too short: "": must be at least 1 character'],
    },
    { check: minLength(2), object: emoji + emoji, errors: [] },
    { check: maxLength(1), object: emoji, errors: [] },
    {
      check: maxLength(1),
      object: "ab",
      errors: ["spec.x: Too long: may not be more than 1 character"],
    },
    {
      check: maxBytes(3),
      object: emoji,
      errors: ["spec.x: Too long: may not be more than 3 bytes"],
    },
    { check: maxBytes(4), object: emoji, errors: [] },
    { check: minimum(3), object: 3, errors: [] },
    {
      check: minimum(3),
      object: 2,
      errors: ["spec.x: Invalid value: 2: must be greater than or equal to 3"],
    },
    {
      check: maximum(3),
      object: 4,
      errors: ["spec.x: Invalid value: 4: must be less than or equal to 3"],
    },
    { check: minItems(1), object: [], errors: ["spec.x: Too few: 0: must have at least 1 item"] },
    {
      check: maxItems(2),
      object: [1, 2, 3],
      errors: ["spec.x: Too many: 3: must have at most 2 items"],
    },
    {
      check: minProperties(2),
      object: { a: 1 },
      errors: ["spec.x: Too few: 1: must have at least 2 items"],
    },
    {
      check: maxProperties(1),
      object: { a: 1, b: 2 },
      errors: ["spec.x: Too many: 2: must have at most 1 item"],
    },
    {
      check: neq("a"),
      object: "a",
      errors: ['spec.x: Invalid value: "a": must not be equal to "a"'],
    },
    { check: neq(3), object: 3, errors: ["spec.x: Invalid value: 3: must not be equal to 3"] },
    { check: neq(true), object: false, errors: [] },
  ])("%#: $errors", (row) => {
    expect(errorsOf(row)).toEqual(row.errors);
  });
});

describe("changes", () => {
  const list = [{ name: "a", size: 1 }];
  it.each<Row>([
    {
      check: immutable,
      object: 2,
      oldObject: 1,
      errors: ["spec.x: Invalid value: null: field is immutable"],
    },
    {
      check: immutable,
      object: undefined,
      oldObject: 1,
      errors: ["spec.x: Invalid value: null: field is immutable"],
    },
    { check: immutable, object: 1, oldObject: undefined, errors: [] },
    { check: immutable, object: { a: 1, b: 2 }, oldObject: { b: 2, a: 1 }, errors: [] },
    {
      check: noSet,
      object: 1,
      oldObject: undefined,
      errors: ["spec.x: Invalid value: null: field cannot be set once created"],
    },
    { check: noSet, object: 2, oldObject: 1, errors: [] },
    {
      check: noUnset,
      object: undefined,
      oldObject: 1,
      errors: ["spec.x: Invalid value: null: field cannot be cleared once set"],
    },
    {
      check: noModify,
      object: 2,
      oldObject: 1,
      errors: ["spec.x: Invalid value: null: field cannot be modified once set"],
    },
    { check: noModify, object: undefined, oldObject: 1, errors: [] },
    {
      check: monotonic,
      object: 1,
      oldObject: 2,
      errors: ["spec.x: Invalid value: 1: may not be decreased from 2"],
    },
    { check: monotonic, object: 3, oldObject: 2, errors: [] },
    {
      check: noAddItem(byValue),
      object: ["a", "b"],
      oldObject: ["b"],
      errors: ["spec.x[0]: Forbidden: item may not be added"],
    },
    {
      check: noAddItem(byKeys("name")),
      object: [{ name: "a", size: 2 }],
      oldObject: list,
      errors: [],
    },
    {
      check: noRemoveItem(byKeys("name")),
      object: [],
      oldObject: list,
      errors: ["spec.x: Forbidden: item may not be removed"],
    },
    {
      check: noAddEntry,
      object: { a: 1, b: 1 },
      oldObject: { a: 2 },
      errors: ["spec.x[b]: Forbidden: item may not be added"],
    },
    {
      check: noRemoveEntry,
      object: {},
      oldObject: { a: 2 },
      errors: ["spec.x[a]: Forbidden: item may not be removed"],
    },
  ])("%#: $errors", (row) => {
    expect(errorsOf(row)).toEqual(row.errors);
    const { oldObject: _, ...created } = row;
    expect(errorsOf(created)).toEqual([]);
  });
});

describe("lists, maps and unions", () => {
  const items = eachItem({ match: byKeys("name"), checks: [immutable as Check<unknown>] });
  it.each<Row>([
    {
      check: unique(),
      object: ["a", "b", "a", "a"],
      errors: ['spec.x[2]: Duplicate value: "a"', 'spec.x[3]: Duplicate value: "a"'],
    },
    { check: unique(), object: [1, "1", true, "true"], errors: [] },
    {
      check: unique("name"),
      object: [
        { name: "a", n: 1 },
        { name: "a", n: 2 },
      ],
      errors: ['spec.x[1]: Duplicate value: {"n":2,"name":"a"}'],
    },
    {
      check: items,
      object: [{ name: "b" }, { name: "a", n: 2 }],
      oldObject: [{ name: "a", n: 1 }],
      errors: ["spec.x[1]: Invalid value: null: field is immutable"],
    },
    {
      check: eachItem({ checks: [minLength(2)] }),
      object: ["ab", "a", null],
      errors: ['spec.x[1]: Too short: "a": must be at least 2 characters'],
    },
    {
      check: eachItem({ match: byValue, checks: [minLength(2)] }),
      object: ["a", "b"],
      oldObject: ["b"],
      errors: ['spec.x[0]: Too short: "a": must be at least 2 characters'],
    },
    {
      check: eachItem({ checks: [minLength(2)] }),
      object: ["a"],
      oldObject: ["a"],
      errors: ['spec.x[0]: Too short: "a": must be at least 2 characters'],
    },
    {
      check: eachValue({ checks: [maximum(1)] }),
      object: { a: 2, "b.c": 3 },
      oldObject: { a: 2 },
      errors: ["spec.x[b.c]: Invalid value: 3: must be less than or equal to 1"],
    },
    {
      check: eachKey({ checks: [maxLength(1)] }),
      object: { ab: 1, cd: 2 },
      oldObject: { ab: 3 },
      errors: ["spec.x: Too long: may not be more than 1 character"],
    },
    {
      check: oneOf("b", "a"),
      object: "c",
      errors: ['spec.x: Unsupported value: "c": supported values: "b", "a"'],
    },
    {
      check: oneOrMany([minimum(1)]),
      object: [1, 0],
      errors: ["spec.x[1]: Invalid value: 0: must be greater than or equal to 1"],
    },
    {
      check: oneOrMany([minimum(1)]),
      object: 0,
      errors: ["spec.x: Invalid value: 0: must be greater than or equal to 1"],
    },
    { check: unlessBoolean([minimum(1)]), object: false, errors: [] },
    {
      check: byDiscriminant({
        discriminant: "type",
        cases: { a: undefined, b: noModify as Check<never> },
      }),
      object: { type: "c" },
      errors: ['spec.x.type: Unsupported value: "c": supported values: "a", "b"'],
    },
    {
      check: byDiscriminant({ discriminant: "type", cases: { a: undefined } }),
      object: { type: "toString" },
      errors: ['spec.x.type: Unsupported value: "toString": supported values: "a"'],
    },
  ])("%#: $errors", (row) => {
    expect(errorsOf(row)).toEqual(row.errors);
  });
});

it("lets values of other types pass, and never throws", () => {
  const checks: readonly Check<never>[] = [
    minLength(99),
    maxLength(0),
    maxBytes(0),
    minimum(99),
    maximum(-99),
    minItems(99),
    maxItems(0),
    minProperties(99),
    maxProperties(0),
    format("k8s-uuid"),
    unique(),
    eachItem({ checks: [minLength(1)] }),
    eachValue({ checks: [minLength(1)] }),
    eachKey({ checks: [] }),
    byDiscriminant({ discriminant: "a", cases: {} }),
    monotonic,
    noAddItem(byValue),
    noRemoveItem(byKeys("a")),
    noAddEntry,
    noRemoveEntry,
  ];
  for (const check of checks) {
    for (const object of [undefined, null, true]) {
      for (const oldObject of [undefined, null, "x", 1, [], {}]) {
        expect(check({ object, oldObject } as never)).toEqual([]);
      }
    }
  }
});
