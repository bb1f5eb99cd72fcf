import { describe, expect, it } from "vitest";
import * as meta from "../../src/meta/index.js";
import { mulberry32 } from "../random.js";
import { randomJSON } from "../random-json.js";

type Copy = (input: never) => unknown;

/** A value of each type with every declared member, and the members that hold containers. */
const samples: readonly { readonly copy: Copy; readonly value: object }[] = [
  { copy: meta.deepCopyTypeMeta, value: { apiVersion: "v1", kind: "Pod" } },
  {
    copy: meta.deepCopyObjectMeta,
    value: {
      name: "orders",
      generateName: "o-",
      namespace: "default",
      selfLink: "/x",
      uid: "1",
      resourceVersion: "7",
      generation: 2,
      creationTimestamp: "2026-01-01T00:00:00Z",
      deletionTimestamp: null,
      deletionGracePeriodSeconds: 30,
      labels: { a: "b" },
      annotations: { c: "d" },
      ownerReferences: [{ apiVersion: "v1", kind: "Pod", name: "p", uid: "2", controller: true }],
      finalizers: ["example.com/hold"],
      managedFields: [{ manager: "m", operation: "Apply", fieldsV1: { "f:spec": { "f:a": {} } } }],
    },
  },
  {
    copy: meta.deepCopyListMeta,
    value: { resourceVersion: "1", continue: "x", remainingItemCount: 3 },
  },
  {
    copy: meta.deepCopyOwnerReference,
    value: { apiVersion: "v1", kind: "Pod", name: "p", uid: "2", blockOwnerDeletion: false },
  },
  {
    copy: meta.deepCopyManagedFieldsEntry,
    value: { manager: "m", fieldsV1: { "f:metadata": { "k:{}": [{ a: 1 }] } } },
  },
  {
    copy: meta.deepCopyCondition,
    value: { type: "Ready", status: "True", lastTransitionTime: "t", reason: "R", message: "" },
  },
  {
    copy: meta.deepCopyLabelSelector,
    value: {
      matchLabels: { a: "b" },
      matchExpressions: [{ key: "k", operator: "In", values: ["v"] }],
    },
  },
  {
    copy: meta.deepCopyLabelSelectorRequirement,
    value: { key: "k", operator: "NotIn", values: ["v", "w"] },
  },
  {
    copy: meta.deepCopyStatus,
    value: {
      apiVersion: "v1",
      kind: "Status",
      metadata: { resourceVersion: "1" },
      details: { name: "n", causes: [{ reason: "r", field: "spec" }], retryAfterSeconds: 1 },
      code: 404,
    },
  },
  { copy: meta.deepCopyStatusDetails, value: { causes: [{ reason: "r" }], kind: "databases" } },
  { copy: meta.deepCopyStatusCause, value: { reason: "r", message: "m", field: "f" } },
];

function call(copy: Copy, value: unknown): unknown {
  return copy(value as never);
}

/** Every object and array that can be reached. */
function nodesOf(value: unknown): object[] {
  return typeof value === "object" && value !== null
    ? [value, ...Object.values(value).flatMap(nodesOf)]
    : [];
}

function freeze(value: unknown): void {
  for (const node of nodesOf(value)) {
    Object.freeze(node);
  }
}

describe.each(samples)("$copy.name", ({ copy, value }) => {
  it("equals its input and shares nothing that the type declares", () => {
    const input = structuredClone(value);
    const output = call(copy, input);
    expect(output).toStrictEqual(value);
    const own = new Set(nodesOf(input));
    expect(nodesOf(output).filter((node) => own.has(node))).toEqual([]);
  });

  it("takes frozen input and gives what can be changed", () => {
    const input = structuredClone(value);
    freeze(input);
    const output = call(copy, input);
    expect(nodesOf(output).every((node) => !Object.isFrozen(node))).toBe(true);
  });

  it("keeps absent members absent, and undefined and null as they are", () => {
    expect(Object.keys(call(copy, {}) as object)).toEqual([]);
    for (const nothing of [undefined, null]) {
      const input = Object.fromEntries(Object.keys(value).map((key) => [key, nothing]));
      expect(call(copy, input)).toStrictEqual(input);
    }
  });

  it("keeps members that the type does not know, by reference", () => {
    const unknown = { deep: [1] };
    const output = call(copy, { ...value, later: unknown }) as { later: unknown };
    expect(output.later).toBe(unknown);
  });

  it("keeps an own member named __proto__", () => {
    const input: unknown = JSON.parse('{"__proto__": {"polluted": true}}');
    const output = call(copy, input) as object;
    expect(Object.keys(output)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(output)).toBe(Object.prototype);
  });
});

describe("deepCopyObjectMeta", () => {
  it("lets null stand in arrays", () => {
    const input = { ownerReferences: [null], managedFields: [null], finalizers: [null] };
    expect(call(meta.deepCopyObjectMeta, input)).toStrictEqual(input);
  });
});

describe("copyArray", () => {
  it("copies elements and lets null and undefined stand", () => {
    const element = { a: 1 };
    const input = [element, null, undefined];
    const output = meta.copyArray(input, (one) => ({ ...one }));
    expect(output).toStrictEqual([{ a: 1 }, null, undefined]);
    expect(output[0]).not.toBe(element);
  });
});

describe("copyMap", () => {
  it("copies values and lets null and undefined stand", () => {
    const value = { a: 1 };
    const output = meta.copyMap({ x: value, y: null, z: undefined }, (one) => ({ ...one }));
    expect(output).toStrictEqual({ x: { a: 1 }, y: null, z: undefined });
    expect(output["x"]).not.toBe(value);
  });

  it("takes __proto__ for a key like any other", () => {
    const input: Record<string, { a: number }> = JSON.parse(
      '{"__proto__": {"a": 1}, "b": {"a": 2}}',
    );
    const output = meta.copyMap(input, (one) => ({ ...one }));
    expect(Object.entries(output)).toEqual([
      ["__proto__", { a: 1 }],
      ["b", { a: 2 }],
    ]);
    expect(Object.getPrototypeOf(output)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  });
});

describe("deepCopyJSON", () => {
  it("copies 500 random values, and nothing of them is shared", () => {
    const random = mulberry32(1);
    for (let round = 0; round < 500; round++) {
      const value = randomJSON(random);
      const text = JSON.stringify(value);
      freeze(value);
      const copy: unknown = meta.deepCopyJSON(value as meta.JSON);
      expect(JSON.stringify(copy)).toBe(text);
      const own = new Set(nodesOf(value));
      expect(nodesOf(copy).some((node) => own.has(node))).toBe(false);
    }
  });

  it("copies what is nested a thousand times", () => {
    const value: meta.JSON = JSON.parse(`${"[".repeat(1_000)}${"]".repeat(1_000)}`);
    expect(JSON.stringify(meta.deepCopyJSON(value))).toBe(JSON.stringify(value));
  });
});

describe("copyTuple", () => {
  const copies = [(item: object) => ({ ...item }), (item: string) => `${item}!`] as const;

  it("copies each item by the function at its place, and passes over null", () => {
    const first = { a: 1 };
    const copy = meta.copyTuple([first, "b"] as const, copies);
    expect(copy).toEqual([{ a: 1 }, "b!"]);
    expect(copy[0]).not.toBe(first);
    expect(meta.copyTuple([null, "b"] as const, copies)).toEqual([null, "b!"]);
  });

  it("leaves a list as long as it was, whatever its type says", () => {
    expect(Reflect.apply(meta.copyTuple, undefined, [[{ a: 1 }], copies])).toEqual([{ a: 1 }]);
    const longer = [{ a: 1 }, "b", "c"];
    expect(Reflect.apply(meta.copyTuple, undefined, [longer, copies])).toEqual([
      { a: 1 },
      "b!",
      "c",
    ]);
  });

  it("copies scalars without functions", () => {
    const range = [1, 2] as const;
    const copy = meta.copyTuple(range);
    expect(copy).toEqual(range);
    expect(copy).not.toBe(range);
  });
});
