import {
  byKeys,
  type Check,
  eachItem,
  forbidden,
  formatFieldError,
  ifPresent,
  immutable,
  noSet,
  optional,
  present,
  required,
  type ValidationInput,
  value,
} from "crd-runtime/validation";
import { describe, expect, it } from "vitest";

interface Item {
  readonly name: string;
  readonly note?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

const seen: Check<unknown> = ({ object, path }) => [
  { type: "FieldValueInvalid", field: path ?? "", badValue: object, detail: "seen" },
];

describe("a member", () => {
  const functions = { required, optional, forbidden, present, ifPresent };
  // What each function says of a value: that it is required or forbidden, that it looks at it, or nothing.
  it.each<readonly [unknown, Readonly<Record<keyof typeof functions, string>>]>([
    [
      undefined,
      {
        required: "Required value",
        optional: "",
        forbidden: "",
        present: "Required value",
        ifPresent: "",
      },
    ],
    [
      null,
      {
        required: "Required value",
        optional: "",
        forbidden: "",
        present: "Required value",
        ifPresent: "",
      },
    ],
    [
      "",
      {
        required: "Required value",
        optional: "",
        forbidden: "",
        present: "seen",
        ifPresent: "seen",
      },
    ],
    [
      [],
      {
        required: "Required value",
        optional: "",
        forbidden: "",
        present: "seen",
        ifPresent: "seen",
      },
    ],
    [
      {},
      {
        required: "seen",
        optional: "seen",
        forbidden: "Forbidden",
        present: "seen",
        ifPresent: "seen",
      },
    ],
    [
      0,
      {
        required: "seen",
        optional: "seen",
        forbidden: "Forbidden",
        present: "seen",
        ifPresent: "seen",
      },
    ],
    [
      false,
      {
        required: "seen",
        optional: "seen",
        forbidden: "Forbidden",
        present: "seen",
        ifPresent: "seen",
      },
    ],
  ])("that is %j", (object, wanted) => {
    for (const [name, says] of Object.entries(wanted)) {
      const check = functions[name as keyof typeof functions];
      const errors = check({ of: { object: { x: object } }, member: "x", checks: [seen] });
      expect(errors.map(formatFieldError), name).toEqual(
        says === "" ? [] : [expect.stringMatching(new RegExp(`^x: .*${says}$`))],
      );
    }
  });

  it("that is a map without entries is unset", () => {
    const of: ValidationInput<Item> = { object: { name: "a", labels: {} } };
    const input = { of, member: "labels", kind: "map", checks: [seen] } as const;
    expect(required(input).map(formatFieldError)).toEqual(["labels: Required value"]);
    expect(optional(input)).toEqual([]);
    expect(present(input)).toHaveLength(1);
  });

  it("that every object inherits is none", () => {
    const of: ValidationInput<Record<string, unknown>> = { object: {} };
    expect(ifPresent({ of, member: "toString", checks: [seen] })).toEqual([]);
  });
});

describe("rules about changes", () => {
  const items = eachItem<Item>({
    match: byKeys("name"),
    checks: [(of) => ifPresent({ of, member: "note", update: [noSet, immutable], checks: [] })],
  });
  const found = (of: ValidationInput<readonly Item[]>) => value({ of, checks: [items] });

  it("find nothing on create, however deep", () => {
    expect(found({ object: [{ name: "a", note: "x" }] })).toEqual([]);
    expect(found({ object: [{ name: "a", note: "x" }], operation: "create" })).toEqual([]);
  });

  it("find nothing in an item that was added", () => {
    const object = [{ name: "a", note: "x" }];
    expect(found({ object, oldObject: [{ name: "b" }] })).toEqual([]);
    expect(found({ object, oldObject: undefined, operation: "update" })).toEqual([]);
  });

  it("find what was changed in an item that is there", () => {
    const errors = found({
      object: [{ name: "a", note: "x" }],
      oldObject: [{ name: "a" }],
      path: "items",
    });
    expect(errors.map(formatFieldError)).toEqual([
      "items[0].note: Invalid value: null: field cannot be set once created",
    ]);
  });
});

it("says to checks below what it is: create or update", () => {
  const operations: unknown[] = [];
  const note: Check<unknown> = ({ operation }) => {
    operations.push(operation);
    return [];
  };
  const checks = [note];
  const object = { name: "a" };
  present({ of: { object }, member: "name", checks });
  present({ of: { object, oldObject: { name: "b" } }, member: "name", checks });
  value({ of: { object: ["a"], operation: "update" }, checks: [eachItem({ checks })] });
  value({ of: { object: "a", operation: "create" }, checks });
  expect(operations).toEqual(["create", "update", "update", "create"]);
});
