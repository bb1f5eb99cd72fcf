import { describe, expect, it } from "vitest";
import type { JSONSchemaProps } from "../../src/apis/apiextensions.k8s.io/v1/schema.js";
import { parseJSON, stringifyJSON } from "../../src/rest/json.js";
import {
  aggregate,
  applyDefaults,
  compile,
  prune,
  structuralFrom,
  structuralOf,
  validate,
} from "../../src/schema/index.js";

const schema = structuralOf({
  type: "object",
  properties: {
    spec: {
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string", maxLength: 3 },
        size: { type: "integer", default: 1 },
        tags: { type: "array", items: { type: "object", properties: { k: { type: "string" } } } },
        free: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
      },
    },
  },
});

describe("a structural schema", () => {
  it("prunes unknown members and names them", () => {
    const object = {
      apiVersion: "v1",
      kind: "A",
      metadata: { any: 1 },
      extra: 1,
      spec: { name: "a", tags: [{ k: "b", z: {} }], free: { any: { thing: 1 } }, y: [] },
    };
    const reported = prune({ object, schema, mode: "report" });
    expect(object.extra).toBe(1);
    expect(prune({ object, schema })).toEqual(reported);
    expect(reported).toEqual(["extra", "spec.tags[0].z", "spec.y"]);
    expect(object).toEqual({
      apiVersion: "v1",
      kind: "A",
      metadata: { any: 1 },
      spec: { name: "a", tags: [{ k: "b" }], free: { any: { thing: 1 } } },
    });
  });

  it("prunes, defaults and validates members named __proto__ like any other", () => {
    const properties = JSON.parse('{"__proto__":{"type":"integer","default":5}}') as Record<
      string,
      JSONSchemaProps
    >;
    const odd = structuralOf({ type: "object", properties });
    const object = parseJSON("{}");
    applyDefaults({ object, schema: odd });
    expect(stringifyJSON(object)).toBe('{"__proto__":5}');
    const other = parseJSON('{"__proto__":"x","constructor":1}');
    expect(prune({ object: other, schema: odd })).toEqual(["constructor"]);
    expect(aggregate(validate({ object: other, schema: odd }))).toBe(
      '__proto__: Invalid value: "string": __proto__ in body must be of type integer: "string"',
    );
  });

  it("hands out copies of its defaults", () => {
    const list = structuralOf({
      type: "object",
      properties: { l: { type: "array", default: [{ a: 1 }], items: { type: "object" } } },
    });
    const first: { l?: unknown[] } = {};
    const second: { l?: unknown[] } = {};
    applyDefaults({ object: first, schema: list });
    first.l?.push(2);
    applyDefaults({ object: second, schema: list });
    expect(second).toEqual({ l: [{ a: 1 }] });
  });

  it("lets no pattern take more than linear time", () => {
    const evil = compile(
      structuralOf({ type: "object", properties: { a: { type: "string", pattern: "^(a+)+$" } } }),
    );
    const object = { a: `${"a".repeat(50_000)}!` };
    expect(evil.validate({ object })).toHaveLength(1);
  });

  it("tells what is wrong with a schema that is not one", () => {
    const { errors, structural } = structuralFrom({ type: "object", properties: { spec: {} } });
    expect(structural).toBeUndefined();
    expect(aggregate(errors ?? [])).toBe(
      "openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields",
    );
    expect(structuralFrom({ type: "object" }).structural?.type).toBe("object");
  });

  it("counts code points, and integers beyond 2^53 as integers", () => {
    const object = parseJSON('{"spec":{"name":"😀😀😀","size":9007199254740993}}');
    expect(validate({ object, schema })).toEqual([]);
    const big = parseJSON('{"spec":{"name":"a","size":18446744073709551616}}');
    expect(aggregate(validate({ object: big, schema }))).toContain(
      'must be of type integer: "number"',
    );
  });

  it("drops errors of what an update leaves as it was", () => {
    const before = { spec: { name: "long name", size: 1 } };
    const compiled = compile(schema);
    const after = (change: object) => ({ spec: { ...before.spec, ...change } });
    expect(compiled.validate({ object: after({ size: 2 }) })).toHaveLength(1);
    expect(compiled.validate({ object: after({ size: 2 }), oldObject: before })).toEqual([]);
    expect(
      compiled.validate({ object: after({ name: "longer" }), oldObject: before }),
    ).toHaveLength(1);
  });

  it("names members below the path of a part", () => {
    const status = structuralOf({
      type: "object",
      required: ["b"],
      properties: { a: { type: "string" } },
      not: { required: ["c"] },
    });
    const errors = compile(status).validate({ object: { a: 1, c: 2 }, path: "status" });
    expect(errors.map(({ field }) => field)).toEqual(["status", "status.a", "status.b"]);
  });
});
