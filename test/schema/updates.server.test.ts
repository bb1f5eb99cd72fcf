import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { compile, structuralOf } from "crd-runtime/schema";
import { expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { causeTexts, dryRun, install } from "./server.js";

interface UpdateCase {
  readonly schema: JSONSchemaProps;
  /** Values before and after; the one before need not be valid. */
  readonly updates: readonly (readonly [unknown, unknown])[];
}

const short: JSONSchemaProps = { type: "string", maxLength: 2 };
const pair: JSONSchemaProps = {
  type: "object",
  properties: { a: short, b: { type: "integer", minimum: 5 }, k: { type: "string" } },
};
const long = "long";

const cases: Readonly<Record<string, UpdateCase>> = {
  scalar: {
    schema: short,
    updates: [
      [long, long],
      [long, "longer"],
      ["a", long],
      [long, "a"],
    ],
  },
  object: {
    schema: pair,
    updates: [
      [
        { a: long, b: 1 },
        { a: long, b: 1 },
      ],
      [
        { a: long, b: 1 },
        { a: long, b: 2 },
      ],
      [{ a: long }, { a: long, b: 1 }],
      [
        { a: long, b: 1 },
        { a: "longer", b: 1 },
      ],
    ],
  },
  required: {
    schema: { ...pair, required: ["k"] },
    updates: [
      [{ a: "x" }, { a: "x" }],
      [{ a: "x" }, { a: "y" }],
    ],
  },
  map: {
    schema: { type: "object", additionalProperties: short, maxProperties: 1 },
    updates: [
      [
        { x: long, y: "a" },
        { x: long, y: "a" },
      ],
      [
        { x: long, y: "a" },
        { x: long, y: "b" },
      ],
      [{ x: long }, { x: long, y: long }],
    ],
  },
  list: {
    schema: { type: "array", items: short, maxItems: 2 },
    updates: [
      [[long], [long]],
      [[long], [long, "a"]],
      [
        ["a", "b", "c"],
        ["a", "b", "c"],
      ],
      [
        ["a", "b", "c"],
        ["a", "b", "d"],
      ],
    ],
  },
  "list of objects": {
    schema: { type: "array", items: pair },
    updates: [
      [[{ a: long }], [{ a: long }]],
      [[{ a: long }], [{ a: long }, { a: "x" }]],
    ],
  },
  "list map": {
    schema: {
      type: "array",
      items: { ...pair, required: ["k"] },
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["k"],
      maxItems: 2,
    },
    updates: [
      [
        [{ k: "1", a: long }, { k: "2" }],
        [{ k: "2" }, { k: "1", a: long }],
      ],
      [
        [{ k: "1", a: long }],
        [
          { k: "2", b: 1 },
          { k: "1", a: long, b: 6 },
        ],
      ],
      [[{ k: "1", a: long }], [{ k: "2", a: long }]],
      [
        [{ k: "1" }, { k: "1" }],
        [{ k: "1" }, { k: "1" }],
      ],
      [
        [{ k: "1" }, { k: "1" }],
        [{ k: "2" }, { k: "2" }],
      ],
      [[{ k: "1" }], [{ k: "2" }, { k: "2" }]],
      [
        [{ k: "1" }, { k: "2" }, { k: "3" }],
        [{ k: "3" }, { k: "2" }, { k: "1" }],
      ],
    ],
  },
  set: {
    schema: { type: "array", items: short, "x-kubernetes-list-type": "set" },
    updates: [
      [
        ["a", "a"],
        ["a", "a", "b"],
      ],
      [["a"], ["a", "a"]],
      [[long], [long, "b"]],
    ],
  },
  "any of": {
    schema: { ...pair, anyOf: [{ required: ["k"] }, { properties: { a: { minLength: 2 } } }] },
    updates: [
      [{ a: "x" }, { a: "x" }],
      [{ a: "x" }, { a: "x", b: 6 }],
      [
        { a: "x", b: 1 },
        { a: "x", b: 6 },
      ],
    ],
  },
  "all of": {
    schema: { ...pair, allOf: [{ properties: { a: { minLength: 2 } } }] },
    updates: [
      [{ a: "x" }, { a: "x", b: 6 }],
      [
        { a: "x", b: 6 },
        { a: "x", b: 6 },
      ],
    ],
  },
  preserved: {
    schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true, maxProperties: 1 },
    updates: [
      [
        { x: 1, y: 2 },
        { x: 1, y: 2 },
      ],
      [
        { x: { z: 1 }, y: 2 },
        { x: { z: 2 }, y: 2 },
      ],
    ],
  },
  embedded: {
    schema: {
      type: "object",
      "x-kubernetes-embedded-resource": true,
      "x-kubernetes-preserve-unknown-fields": true,
    },
    updates: [
      [
        { kind: "a_b", apiVersion: "v1" },
        { kind: "a_b", apiVersion: "v1" },
      ],
    ],
  },
};

const strict: JSONSchemaProps = {
  type: "object",
  properties: {
    spec: {
      type: "object",
      properties: Object.fromEntries(
        Object.entries(cases).map(([name, { schema }]) => [name, schema]),
      ),
    },
  },
};
const loose: JSONSchemaProps = { type: "object", "x-kubernetes-preserve-unknown-fields": true };

// What one version stores without a check may be invalid in the other.
const group = "updates.schema.example.com";
const definition: CustomResourceDefinition = {
  metadata: { name: `updates.${group}` },
  spec: {
    group,
    scope: "Cluster",
    names: { plural: "updates", kind: "Update" },
    versions: [
      { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: loose } },
      { name: "v2", served: true, storage: false, schema: { openAPIV3Schema: strict } },
    ],
  },
};
const compiled = compile(structuralOf(strict));

describeOnServer("updates of objects that are invalid already", (server) => {
  const rest = restClient(server);
  const path = install(rest, definition);

  for (const [name, { updates }] of Object.entries(cases)) {
    it.each(updates.map(([before, after]) => ({ before, after })))(
      `agree on ${name}: $before to $after`,
      async ({ before, after }) => {
        const kind = { kind: "Update", spec: { [name]: before } };
        const created = (await rest.request({
          method: "POST",
          path,
          body: { ...kind, apiVersion: `${group}/v1`, metadata: { generateName: "a-" } },
        })) as { metadata: { name: string } };
        const target = `${path.replace("/v1/", "/v2/")}/${created.metadata.name}`;
        const old = (await rest.request({ method: "GET", path: target })) as Record<
          string,
          unknown
        >;
        const object = { ...old, spec: { [name]: after } };
        const verdict = await dryRun({ rest, path: target, object, method: "PUT" });
        const mine = structuredClone(object);
        for (const value of [mine, old]) {
          compiled.prune(value);
          compiled.applyDefaults(value);
        }
        const errors = causeTexts(compiled.validate({ object: mine, oldObject: old }));
        expect(errors).toEqual(
          "accepted" in verdict ? [] : "causes" in verdict ? verdict.causes : verdict,
        );
      },
    );
  }
});
