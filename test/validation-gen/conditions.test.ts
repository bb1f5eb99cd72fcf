import { type FieldError, formatFieldError } from "crd-runtime/validation";
import { describe, expect, it } from "vitest";
import { loadValidations } from "./load.js";

const validate = (await loadValidations("conditions"))("ClusterSpec");

const off = { Strict: false, Lenient: false, Frozen: false, Networks: false };

interface Row {
  readonly change: Record<string, unknown>;
  readonly old?: Record<string, unknown>;
  readonly on?: Partial<typeof off>;
  readonly errors: readonly string[];
}

function cluster(change: Record<string, unknown>): unknown {
  return { mode: "Single", image: "a:1", ...change };
}

function run({ change, old, on }: Omit<Row, "errors">): readonly string[] {
  return validate({
    object: cluster(change),
    ...(old !== undefined && { oldObject: cluster(old) }),
    options: { ...off, ...on },
  });
}

describe("options", () => {
  it.each<Row>([
    { change: {}, errors: [] },
    {
      change: {},
      on: { Strict: true },
      errors: ["owner: Required value", "region: Required value"],
    },
    {
      change: { owner: "", region: null },
      on: { Strict: true },
      errors: ["owner: Required value", "region: Required value"],
    },
    {
      change: { owner: "long" },
      errors: ["owner: Too long: may not be more than 3 characters"],
    },
    {
      change: { owner: "longer", region: "a" },
      on: { Strict: true },
      errors: ["owner: Too long: may not be more than 5 characters"],
    },
    { change: { owner: "longer", region: "a" }, on: { Strict: true, Lenient: true }, errors: [] },
    { change: { owner: "b" }, old: { owner: "a" }, errors: [] },
    {
      change: { owner: "b" },
      old: { owner: "a" },
      on: { Frozen: true },
      errors: ["owner: Invalid value: null: field is immutable"],
    },
    {
      change: { frozen: "b" },
      old: { frozen: "a" },
      on: { Frozen: true },
      errors: ["frozen: Invalid value: null: field is immutable"],
    },
    {
      change: {},
      old: { frozen: "a" },
      on: { Frozen: true },
      errors: ["frozen: Invalid value: null: field is immutable"],
    },
    { change: { networks: ["a"] }, errors: ["networks: Forbidden"] },
    { change: { networks: [] }, errors: [] },
    { change: { networks: ["a"] }, on: { Networks: true }, errors: [] },
    { change: { networks: ["a"] }, old: { networks: ["a"] }, errors: [] },
    { change: { "node-selector": { a: "b", c: "d" } }, errors: [] },
    {
      change: { owner: "a", region: "b", "node-selector": { a: "b", c: "d" } },
      on: { Strict: true },
      errors: ["node-selector: Too many: 2"],
    },
  ])("%#: $errors", ({ errors, ...row }) => {
    expect(run(row)).toEqual(errors);
  });

  it("have to be declared", () => {
    const { Strict: _, ...options } = off;
    expect(validate({ object: cluster({ owner: "long" }), options })).toEqual([
      'owner: Internal error: option "Strict" is not declared',
      'region: Internal error: option "Strict" is not declared',
    ]);
    expect(
      validate({ object: cluster({ frozen: "b" }), oldObject: cluster({ frozen: "a" }) }),
    ).toEqual(['frozen: Internal error: option "Frozen" is not declared']);
  });
});

describe("levels", () => {
  function levels(change: Record<string, unknown>, on: Partial<typeof off> = {}): unknown {
    const shadowed: FieldError[] = [];
    const onAlpha = (error: FieldError): void => void shadowed.push(error);
    const errors = validate({ object: cluster(change), options: { ...off, ...on }, onAlpha });
    return { errors, alpha: shadowed.map((one) => `${one.stability} ${formatFieldError(one)}`) };
  }

  it("tells of alpha rules and does not enforce them", () => {
    expect(levels({})).toEqual({ errors: [], alpha: ["alpha size: Required value"] });
    expect(levels({ size: 0 })).toEqual({
      errors: [],
      alpha: ["alpha size: Invalid value: 0: must be greater than or equal to 1"],
    });
    expect(validate({ object: cluster({ size: 0 }), options: off })).toEqual([]);
  });

  it("enforces beta rules", () => {
    expect(levels({ size: 10 })).toEqual({
      errors: ["size: Invalid value: 10: must be less than or equal to 9"],
      alpha: [],
    });
  });

  const fine = { size: 1 };

  it.each([
    [{ zones: ["a", "b", "a"] }, [], ['alpha zones[2]: Duplicate value: "a"']],
    [
      { policy: "Archive" },
      [],
      ['alpha policy: Unsupported value: "Archive": supported values: "Delete", "Retain"'],
    ],
    [
      {
        pools: [
          { name: "a", size: 1 },
          { name: "a", size: 2 },
        ],
      },
      ['pools[1]: Duplicate value: {"name":"a","size":2}'],
      [],
    ],
  ])("lists and enums: %j", (change, errors, alpha) => {
    expect(levels({ ...fine, ...change })).toEqual({ errors, alpha });
  });

  it("say which items are the same in any case", () => {
    const pools = [
      { name: "a", size: 1 },
      { name: "b", size: 1 },
    ];
    const errors = run({
      change: { ...fine, pools: [{ name: "b", size: 2 }] },
      old: { ...fine, pools },
    });
    expect(errors).toEqual(["pools[0]: Invalid value: null: field is immutable"]);
  });

  it("has a member of alpha rules alone forbidden in other modes at that level", () => {
    expect(levels({ size: 1, shards: { a: { zone: "z" } } })).toEqual({
      errors: [],
      alpha: ["alpha shards: Forbidden"],
    });
    expect(levels({ size: 1, shards: {} })).toEqual({ errors: [], alpha: [] });
    expect(levels({ size: 1, mode: "Sharded", replicas: 4, shards: { a: { zone: "" } } })).toEqual({
      errors: ['shards[a].zone: Too short: "": must be at least 1 character'],
      alpha: ["alpha shards: Too few: 1: must have at least 2 items"],
    });
  });
});

describe("items", () => {
  const ready = { type: "Ready", status: "True" };
  it.each<Row>([
    { change: { conditions: [{ type: "Other", status: "Unknown" }] }, errors: [] },
    {
      change: { conditions: [{ type: "Other" }, { type: "Ready", status: "Unknown" }] },
      errors: ['conditions[1].status: Invalid value: "Unknown": must not be equal to "Unknown"'],
    },
    {
      change: { conditions: [{ type: "Stalled", status: "x" }] },
      errors: ["conditions[0].status: Forbidden"],
    },
    {
      change: { owner: "a", region: "b", conditions: [{ type: "Paused" }] },
      on: { Strict: true },
      errors: ["conditions[0].status: Required value"],
    },
    {
      change: { conditions: [{ type: "Other" }, { ...ready, status: "False" }] },
      old: { conditions: [ready] },
      errors: ["conditions[1]: Invalid value: null: field is immutable"],
    },
    // What was wrong and has not changed passes, wherever it stands now.
    {
      change: { conditions: [{ type: "Other" }, { type: "Stalled", status: "x" }] },
      old: { conditions: [{ type: "Stalled", status: "x" }] },
      errors: [],
    },
    { change: { conditions: [] }, old: { conditions: [ready] }, errors: [] },
    { change: { conditions: [{ type: "Approved" }, ready] }, errors: [] },
    {
      change: { conditions: [{ type: "Denied" }, { type: "Approved" }] },
      errors: [
        'conditions: Invalid value: "{conditions[{\\"type\\": \\"Approved\\"}], conditions[{\\"type\\": \\"Denied\\"}]}": must specify at most one of: `conditions[{"type": "Approved"}]`, `conditions[{"type": "Denied"}]`',
      ],
    },
    {
      change: { conditions: [{ type: "Denied" }, { type: "Approved" }, { type: "New" }] },
      old: { conditions: [{ type: "Approved" }, { type: "Denied" }] },
      errors: [],
    },
    {
      change: { slots: [{ index: 2, primary: true }] },
      errors: [
        'slots: Invalid value: "": must specify one of: `Slots[{"index": 1, "primary": true}]`, `Slots[{"index": 1, "primary": false}]`',
      ],
    },
    {
      change: {
        slots: [
          { index: 0, primary: false, name: "a" },
          { index: 1, primary: true },
        ],
      },
      errors: [],
    },
    {
      change: {
        slots: [
          { index: 1, primary: false },
          { index: 0, primary: true, name: "ab" },
        ],
      },
      errors: [],
    },
    {
      change: {
        slots: [
          { index: 1, primary: true },
          { index: 0, primary: true, name: "a" },
        ],
      },
      errors: ['slots[1].name: Too short: "a": must be at least 2 characters'],
    },
  ])("%#: $errors", ({ errors, ...row }) => {
    expect(run(row)).toEqual(errors);
  });
});

describe("modes", () => {
  const replicated = { mode: "Replicated", replicas: 3 };
  it.each<Row>([
    { change: { replicas: 3 }, errors: ["replicas: Forbidden"] },
    { change: { mode: "Replicated" }, errors: ["replicas: Required value"] },
    {
      change: { mode: "Replicated", replicas: 1 },
      errors: ["replicas: Invalid value: 1: must be greater than or equal to 2"],
    },
    { change: replicated, errors: [] },
    { change: { mode: "Sharded" }, errors: [] },
    // The value has not changed, but the mode has.
    {
      change: { mode: "Sharded", replicas: 3 },
      old: replicated,
      errors: ["replicas: Invalid value: 3: must be greater than or equal to 4"],
    },
    { change: { replicas: 3 }, old: replicated, errors: ["replicas: Forbidden"] },
    { change: { replicas: 3 }, old: { replicas: 3 }, errors: [] },
    { change: { ...replicated, replicas: 1 }, old: { ...replicated, replicas: 1 }, errors: [] },
    { change: { schedule: "x" }, errors: ["schedule: Forbidden"] },
    { change: { backups: false, schedule: "x" }, errors: ["schedule: Forbidden"] },
    { change: { backups: true, schedule: "x" }, errors: [] },
    { change: { reason: "none" }, errors: [] },
    { change: { backups: false, reason: "none" }, errors: [] },
    { change: { backups: true, reason: "none" }, errors: ["reason: Forbidden"] },
    { change: { backups: true }, errors: [] },
    {
      change: { backups: true, owner: "a", region: "b" },
      on: { Strict: true },
      errors: ["schedule: Required value"],
    },
  ])("%#: $errors", ({ errors, ...row }) => {
    expect(run(row)).toEqual(errors);
  });
});

describe("functions written by hand", () => {
  it.each<Row>([
    {
      change: { owner: "a", region: "a" },
      errors: ['owner: Invalid value: "a": is the region'],
    },
    // The function of a type sees what has not changed, too; that of a member does not.
    {
      change: { owner: "a", region: "a" },
      old: { owner: "a", region: "a" },
      errors: ['owner: Invalid value: "a": is the region'],
    },
    { change: { image: "a" }, errors: ['image: Invalid value: "a": has no tag'] },
    { change: { image: "a" }, old: { image: "a" }, errors: [] },
    {
      change: { image: "b" },
      old: { image: "a" },
      errors: ['image: Invalid value: "b": has no tag, unlike a'],
    },
  ])("%#: $errors", ({ errors, ...row }) => {
    expect(run(row)).toEqual(errors);
  });
});

it("takes any JSON", () => {
  for (const value of [null, true, 1, "x", [], {}, [null]]) {
    const change = { conditions: value, slots: value, mode: value, shards: value, size: value };
    expect(() => run({ change })).not.toThrow();
    expect(() => run({ change, old: {} })).not.toThrow();
    expect(() => run({ change: {}, old: change })).not.toThrow();
  }
});
