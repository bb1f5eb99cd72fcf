import { expect, it } from "vitest";
import { comparable, differences, type JsonObject, roundTrip } from "./round-trip.js";

/** Schemas of a member that say what nobody would, or nothing; the API server takes all of them. */
const members: readonly JsonObject[] = [
  { type: "integer", enum: [1.5] },
  { type: "string", enum: ["a", 1] },
  { type: "boolean", enum: ["true"] },
  { type: "string", minLength: 2, maxLength: 1 },
  { type: "array", items: { type: "string" }, minItems: 5, maxItems: 2 },
  { type: "object", additionalProperties: { type: "string" }, minProperties: 1, maxProperties: 0 },
  { type: "integer", minimum: 10, maximum: 1 },
  { type: "number", minimum: 1.5, maximum: 0.5 },
  { type: "integer", minimum: 0.5 },
  { type: "string", additionalProperties: true },
  { type: "string", additionalProperties: false },
  { type: "object", additionalProperties: true },
  { type: "object", additionalProperties: false },
  {
    type: "object",
    properties: { a: { type: "object", properties: {}, additionalProperties: true } },
    additionalProperties: true,
  },
  { type: "integer", allOf: [{ pattern: "^a" }, { pattern: "b$" }] },
  { type: "string", allOf: [{ maximum: 1 }, { maximum: 2 }] },
  { type: "string", allOf: [{ maxLength: -1 }, { maxLength: 2 }] },
  // Below maps the API server does not look at defaults.
  map({ type: "integer", default: "x" }),
  map({ type: "array", items: { type: "integer" }, default: [1, "x"] }),
  map({ type: "array", items: { type: "integer" }, default: {} }),
  map({ type: "object", properties: { b: { type: "integer" } }, default: { b: true } }),
  map({ type: "object", additionalProperties: { type: "string" }, default: { c: null } }),
  map({ type: "string", enum: ["a"], default: "b" }),
];

function map(a: JsonObject): JsonObject {
  return { type: "object", additionalProperties: { type: "object", properties: { a } } };
}

function definitionOf(x: JsonObject): JsonObject {
  const spec = { type: "object", properties: { x } };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "oddities.example.com" },
    spec: {
      group: "example.com",
      names: { kind: "Oddity", listKind: "OddityList", plural: "oddities", singular: "oddity" },
      scope: "Namespaced",
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", properties: { spec } } },
        },
      ],
    },
  };
}

it.each(members)("%j comes out as it went in", async (member) => {
  const document = definitionOf(member);
  const { definition, errors } = await roundTrip(document);
  expect(errors).toBe("");
  expect(differences({ left: comparable(document), right: comparable(definition) })).toEqual([]);
});
