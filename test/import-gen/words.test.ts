import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generators/model/index.js";
import { builtinSchemas } from "../../generators/schema/index.js";
import {
  comparable,
  differences,
  type JsonObject,
  readDefinition,
  roundTrip,
} from "./round-trip.js";

/** A definition whose spec has these properties. */
function definitionOf(properties: string): JsonObject {
  return readDefinition(`{
    "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
    "metadata": {"name": "tests.example.com"},
    "spec": {
      "group": "example.com", "scope": "Namespaced",
      "names": {"kind": "Test", "plural": "tests", "singular": "test", "listKind": "TestList"},
      "versions": [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": {
        "type": "object", "properties": {"spec": {"type": "object", "properties": ${properties}}}
      }}}]
    }
  }`);
}

/** The tags in the types that an import makes, and what is lost on the way there and back. */
async function tagsOf(document: JsonObject): Promise<readonly string[]> {
  const { tree, definition, errors } = await roundTrip(document);
  expect(errors).toBe("");
  expect(differences({ left: comparable(document), right: comparable(definition) })).toEqual([]);
  const [types = ""] = [...tree]
    .filter(([path]) => path.endsWith("types.ts"))
    .map(([, text]) => text);
  return [...types.matchAll(/^ *\/\/ \+((?:crd-project|default|kubebuilder:v).*)$/gm)].map(
    ([, marker = ""]) => marker,
  );
}

/** The same without those that all these definitions have. */
async function comments(document: JsonObject): Promise<readonly string[]> {
  return (await tagsOf(document)).filter((tag) => !tag.startsWith("crd-project:omit="));
}

describe("what controller-gen's markers cannot say", () => {
  const string: JsonValue = { type: "string" };
  const members = { a: string, b: string };
  const cases: readonly (readonly [string, JsonValue, readonly string[]])[] = [
    [
      "members of which one is there",
      {
        x: {
          type: "object",
          properties: members,
          oneOf: [{ required: ["a"] }, { required: ["b"] }],
        },
      },
      ["crd-project:presence=oneOf(a; b)"],
    ],
    [
      "members that exclude each other, beside one that is required and one that is not declared",
      {
        x: {
          type: "object",
          properties: members,
          required: ["a", "c"],
          not: { required: ["a", "b"] },
        },
      },
      ["crd-project:presence=!(a && b) && c"],
    ],
    [
      "the same of the values of a map, which have no type of their own",
      {
        x: {
          type: "object",
          additionalProperties: { type: "object", anyOf: [{ required: ["a"] }, {}] },
        },
      },
      ["crd-project:additionalProperties:presence=a || true"],
    ],
    [
      "formats of items",
      {
        x: {
          type: "array",
          items: { type: "string", oneOf: [{ format: "ipv4" }, { format: "ipv6" }] },
        },
      },
      ["crd-project:items:formats=oneOf(ipv4; ipv6)"],
    ],
    [
      "the enums of a type and a field",
      { x: { type: "string", allOf: [{ enum: ["b", "a"] }, { enum: ["a"] }] } },
      ["crd-project:andEnum=a"],
    ],
    [
      "integers or strings without the anyOf",
      { x: { type: "array", items: { "x-kubernetes-int-or-string": true } } },
      ["crd-project:items:bareIntOrString"],
    ],
    [
      "logic about something else, as it is",
      { x: { type: "string", oneOf: [{ pattern: "^a" }, { format: "ipv6" }] } },
      ['crd-project:schema={"oneOf":[{"pattern":"^a"},{"format":"ipv6"}]}'],
    ],
    [
      "words about members at a value that has none, as they are",
      { x: { type: "string", oneOf: [{ required: ["a"] }] } },
      ['crd-project:schema={"oneOf":[{"required":["a"]}]}'],
    ],
  ];

  it.each(cases)("%s", async (_, properties, expected) => {
    expect(await comments(definitionOf(JSON.stringify(properties)))).toEqual(expected);
  });
});

describe("integers beyond 2^53", () => {
  it.each([
    ['{"type": "integer", "default": 9007199254740993}', '{"default":9007199254740993}'],
    [
      '{"type": "object", "x-kubernetes-preserve-unknown-fields": true, "default": {"a": [-9007199254740993]}}',
      '{"default":{"a":[-9007199254740993]}}',
    ],
    ['{"type": "integer", "enum": [9007199254740993, 1]}', '{"enum":[9007199254740993,1]}'],
    ['{"type": "integer", "maximum": 9223372036854775807}', '{"maximum":9223372036854775807}'],
  ])("in %s stay exact", async (property, json) => {
    expect(await comments(definitionOf(`{"x": ${property}}`))).toEqual([
      `crd-project:schema=${json}`,
    ]);
  });

  it("that a number holds are written as numbers", async () => {
    const property = '{"type": "integer", "maximum": 9223372036854775000}';
    expect(await comments(definitionOf(`{"x": ${property}}`))).toEqual([
      "kubebuilder:validation:Maximum=9223372036854775000",
    ]);
  });
});

describe("the usual descriptions of apiVersion and kind", () => {
  const usual = builtinSchemas.TypeMeta.properties ?? {};
  const oneLine = (name: string): JsonValue => ({
    type: "string",
    description: usual[name]?.description?.replaceAll("\n", " ") ?? "",
  });

  function definition(required: readonly string[], kind: JsonValue): JsonObject {
    return {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "tests.example.com" },
      spec: {
        group: "example.com",
        scope: "Namespaced",
        names: { kind: "Test", listKind: "TestList", plural: "tests", singular: "test" },
        versions: [
          {
            name: "v1",
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: "object",
                properties: {
                  apiVersion: oneLine("apiVersion"),
                  kind,
                  metadata: { type: "object" },
                },
                required,
              },
            },
          },
        ],
      },
    };
  }

  it("on one line each are said by a word", async () => {
    const document = definition(["metadata"], oneLine("kind"));
    expect(await tagsOf(document)).toEqual(["crd-project:omit=lineBreaks"]);
  });

  it("of which one is on one line stand there", async () => {
    const document = definition(["metadata"], { type: "string", description: "The kind." });
    expect(await tagsOf(document)).toEqual([]);
  });

  it("stay where a member is required, too", async () => {
    const document = definition(["kind", "metadata"], oneLine("kind"));
    expect(await tagsOf(document)).toEqual(["crd-project:omit=lineBreaks"]);
  });
});

describe("what other tools than controller-gen leave out of a definition", () => {
  it("is left out again, without a patch", async () => {
    const root = {
      type: "object",
      properties: { kind: string(), spec: { type: "object", properties: { a: string() } } },
    };
    const document: JsonObject = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "tests.example.com" },
      spec: {
        group: "example.com",
        scope: "Namespaced",
        names: { kind: "Test", plural: "tests" },
        preserveUnknownFields: false,
        versions: [
          {
            name: "v1",
            served: true,
            storage: true,
            schema: { openAPIV3Schema: root },
            additionalPrinterColumns: [{ name: "A", type: "string", jsonPath: ".spec.a" }],
          },
        ],
      },
    };
    expect(await tagsOf(document)).toEqual([
      "crd-project:omit=apiVersion,metadata,descriptions,subresources,listKind,singular",
      "crd-project:preserveUnknownFields=false",
    ]);
  });

  function string(): JsonObject {
    return { type: "string" };
  }
});
