import { describe, expect, it } from "vitest";
import { type Change, compareDefinitions, type Definition } from "../../generators/diff/index.js";
import { definitionOf, type VersionParts } from "./definition.js";

/** Lines as `breaking diff/field-removed v1 .a: removed`. */
function linesOf(changes: readonly Change[]): readonly string[] {
  return changes.map(({ code, version, path, text }) =>
    [code ?? "safe", version, path === "" ? undefined : path]
      .filter((part) => part !== undefined)
      .join(" ")
      .concat(`: ${text}`),
  );
}

function compared(before: Definition, after: Definition): readonly string[] {
  return linesOf(compareDefinitions({ before: [before], after: [after] }));
}

/** What changes when the schema of `.x` does. */
function schemas(before: object, after: object): readonly string[] {
  const version = (schema: object): VersionParts => ({
    schema: { type: "object", properties: { x: schema } },
  });
  return compared(
    definitionOf({ versions: [version(before)] }),
    definitionOf({ versions: [version(after)] }),
  );
}

const string = { type: "string" };
const object = (properties: object, rest: object = {}): object => ({
  type: "object",
  properties,
  ...rest,
});

describe("changes of schemas", () => {
  const table: readonly (readonly [string, object, object, readonly string[]])[] = [
    ["nothing", string, string, []],
    ["a field removed", object({ a: string }), object({}), ["diff/field-removed v1 .x.a: removed"]],
    [
      "a field removed where unknown ones are kept",
      object({ a: string }),
      object({}, { "x-kubernetes-preserve-unknown-fields": true }),
      ["safe v1 .x.a: string is now any value", "safe v1 .x: other fields are kept"],
    ],
    ["a field added", object({}), object({ a: string }), ["safe v1 .x.a: added"]],
    [
      "a required field added",
      object({}),
      object({ a: string }, { required: ["a"] }),
      ["diff/required-added v1 .x.a: added, and required now"],
    ],
    [
      "a required field with a default added",
      object({}),
      object({ a: { ...string, default: "b" } }, { required: ["a"] }),
      ['safe v1 .x.a: added, and required now, with default "b"'],
    ],
    [
      "a field required",
      object({ a: string }),
      object({ a: string }, { required: ["a"] }),
      ["diff/required-added v1 .x.a: required now"],
    ],
    [
      "a field no longer required",
      object({ a: string }, { required: ["a"] }),
      object({ a: string }),
      ["safe v1 .x.a: no longer required"],
    ],
    [
      "a required field removed is one change",
      object({ a: string }, { required: ["a"] }),
      object({}),
      ["diff/field-removed v1 .x.a: removed"],
    ],
    [
      "a field named as what objects have of JavaScript",
      object({}),
      object({ constructor: string }),
      ["safe v1 .x.constructor: added"],
    ],
    [
      "a name that is no identifier",
      object({ "a.b/c": string }),
      object({}),
      ['diff/field-removed v1 .x."a.b/c": removed'],
    ],
    ["a type", string, { type: "integer" }, ["diff/type-changed v1 .x: string is now integer"]],
    [
      "an integer that may be a string, too",
      { type: "integer" },
      { "x-kubernetes-int-or-string": true },
      ["diff/type-changed v1 .x: integer is now integer or string"],
    ],
    [
      "any value instead of one type",
      string,
      { "x-kubernetes-preserve-unknown-fields": true },
      ["safe v1 .x: string is now any value"],
    ],
    [
      "a type changes, and nothing is said of what was below",
      object({ a: string }),
      { type: "array", items: string },
      ["diff/type-changed v1 .x: object is now array"],
    ],
    [
      "null",
      { ...string, nullable: true },
      string,
      ["diff/nullable-removed v1 .x: null is no longer allowed"],
    ],
    ["null allowed", string, { ...string, nullable: true }, ["safe v1 .x: null is allowed, too"]],
    [
      "enum values",
      { ...string, enum: ["a", "b"] },
      { ...string, enum: ["b", "c"] },
      [
        'diff/enum-value-removed v1 .x: "a" is no longer allowed',
        'safe v1 .x: "c" is allowed, too',
      ],
    ],
    [
      "an enum",
      string,
      { ...string, enum: ["a", "b"] },
      ['diff/constraint-tightened v1 .x: only "a", "b" is allowed now'],
    ],
    [
      "no enum",
      { ...string, enum: ["a"] },
      string,
      ["safe v1 .x: any value is allowed, not only those of an enum"],
    ],
    [
      "enum values in another order",
      { ...string, enum: ["a", "b"] },
      { ...string, enum: ["b", "a"] },
      [],
    ],
    [
      "an upper bound",
      { ...string, maxLength: 10 },
      { ...string, maxLength: 5 },
      ["diff/constraint-tightened v1 .x: maxLength 10 is now 5"],
    ],
    [
      "a wider upper bound",
      { ...string, maxLength: 10 },
      { ...string, maxLength: 11 },
      ["safe v1 .x: maxLength 10 is now 11"],
    ],
    [
      "a lower bound",
      { ...string, minLength: 1 },
      { ...string, minLength: 2 },
      ["diff/constraint-tightened v1 .x: minLength 1 is now 2"],
    ],
    [
      "a bound of 0",
      { type: "integer" },
      { type: "integer", minimum: 0 },
      ["diff/constraint-tightened v1 .x: minimum 0 is new"],
    ],
    [
      "no bound",
      { type: "integer", minimum: 0 },
      { type: "integer" },
      ["safe v1 .x: minimum 0 is gone"],
    ],
    [
      "a bound that excludes itself",
      { type: "integer", minimum: 0 },
      { type: "integer", minimum: 0, exclusiveMinimum: true },
      ["diff/constraint-tightened v1 .x: exclusiveMinimum is new"],
    ],
    ...(
      [
        [{ minimum: 1 }, { minimum: 0, exclusiveMinimum: true }],
        [{ minimum: 0, exclusiveMinimum: true }, { minimum: 1 }],
        [{ maximum: 10 }, { maximum: 12, exclusiveMaximum: true }],
      ] as const
    ).map(([old, now]): [string, object, object, readonly string[]] => [
      `bounds of integers that are as wide: ${JSON.stringify([old, now])}`,
      { type: "integer", ...old },
      { type: "integer", ...now },
      [expect.stringMatching(/^safe v1 \.x: m/)],
    ]),
    [
      "a bound of numbers that no longer excludes itself, and is tighter",
      { type: "number", minimum: 0, exclusiveMinimum: true },
      { type: "number", minimum: 1 },
      ["diff/constraint-tightened v1 .x: minimum 0 is now 1, exclusiveMinimum is gone"],
    ],
    [
      "a size that says nothing",
      string,
      { ...string, minLength: 0 },
      ["safe v1 .x: minLength 0 is new"],
    ],
    [
      "a wider format",
      { type: "integer", format: "int32" },
      { type: "integer", format: "int64" },
      ['safe v1 .x: format "int32" is now "int64"'],
    ],
    [
      "a narrower format",
      { type: "integer", format: "int64" },
      { type: "integer", format: "int32" },
      ['diff/constraint-tightened v1 .x: format "int64" is now "int32"'],
    ],
    [
      "a format that the server does not check",
      string,
      { ...string, format: "quantity" },
      ['safe v1 .x: format "quantity" is new'],
    ],
    [
      "a rule that is asked of new values, too",
      { ...string, "x-kubernetes-validations": [{ rule: "true" }] },
      { ...string, "x-kubernetes-validations": [{ rule: "true", optionalOldSelf: true }] },
      ['diff/rule-added v1 .x: rule "true" is asked of new values, too'],
    ],
    [
      "multiples",
      { type: "integer", multipleOf: 6 },
      { type: "integer", multipleOf: 3 },
      ["safe v1 .x: multipleOf 6 is now 3"],
    ],
    [
      "multiples of something else",
      { type: "integer", multipleOf: 3 },
      { type: "integer", multipleOf: 6 },
      ["diff/constraint-tightened v1 .x: multipleOf 3 is now 6"],
    ],
    [
      "a pattern",
      { ...string, pattern: "^a" },
      { ...string, pattern: "^[ab]" },
      ['diff/constraint-tightened v1 .x: pattern "^a" is now "^[ab]"'],
    ],
    [
      "a rule",
      { ...string, "x-kubernetes-validations": [{ rule: "self != 'a'" }] },
      { ...string, "x-kubernetes-validations": [{ rule: "self != 'b'" }] },
      [
        "diff/rule-added v1 .x: rule \"self != 'b'\" is new",
        "safe v1 .x: rule \"self != 'a'\" is gone",
      ],
    ],
    [
      "the message of a rule",
      { ...string, "x-kubernetes-validations": [{ rule: "true", message: "a" }] },
      { ...string, "x-kubernetes-validations": [{ rule: "true", message: "b" }] },
      ['safe v1 .x: what rule "true" says when it fails'],
    ],
    ["a default", { ...string }, { ...string, default: "a" }, ['safe v1 .x: default "a" is new']],
    [
      "another default",
      { ...string, default: "a" },
      { ...string, default: "b" },
      ['diff/default-changed v1 .x: default "a" is now "b"'],
    ],
    [
      "no default",
      { ...string, default: "a" },
      { ...string },
      ['diff/default-changed v1 .x: default "a" is gone'],
    ],
    [
      "a list type",
      { type: "array", items: string },
      { type: "array", items: string, "x-kubernetes-list-type": "set" },
      ['diff/merge-changed v1 .x: x-kubernetes-list-type "atomic" is now "set"'],
    ],
    [
      "the list type that is meant without one",
      { type: "array", items: string },
      { type: "array", items: string, "x-kubernetes-list-type": "atomic" },
      [],
    ],
    [
      "keys of a list",
      {
        type: "array",
        items: string,
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["a"],
      },
      {
        type: "array",
        items: string,
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["b"],
      },
      ['diff/merge-changed v1 .x: x-kubernetes-list-map-keys ["a"] is now ["b"]'],
    ],
    [
      "a map type",
      { type: "object", "x-kubernetes-map-type": "atomic" },
      { type: "object" },
      ['safe v1 .x: x-kubernetes-map-type "atomic" is now "granular"'],
    ],
    [
      "items",
      { type: "array", items: string },
      { type: "array", items: { type: "integer" } },
      ["diff/type-changed v1 .x[*]: string is now integer"],
    ],
    [
      "values of a map",
      { type: "object", additionalProperties: string },
      { type: "object", additionalProperties: { ...string, maxLength: 1 } },
      ["diff/constraint-tightened v1 .x.*: maxLength 1 is new"],
    ],
    [
      "a map no more",
      { type: "object", additionalProperties: string },
      { type: "object" },
      ["diff/unknown-fields-dropped v1 .x: other fields are no longer kept"],
    ],
    [
      "unknown fields",
      { type: "object", "x-kubernetes-preserve-unknown-fields": true },
      { type: "object" },
      ["diff/unknown-fields-dropped v1 .x: other fields are no longer kept"],
    ],
    [
      "an embedded resource",
      { type: "object" },
      { type: "object", "x-kubernetes-embedded-resource": true },
      ["diff/constraint-tightened v1 .x: must be an object with apiVersion, kind and metadata"],
    ],
    [
      "an alternative more",
      object({ a: string }, { anyOf: [{ required: ["a"] }] }),
      object({ a: string }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
      ['safe v1 .x: anyOf [{"required":["a"]}] is now [{"required":["a"]},{"required":["b"]}]'],
    ],
    [
      "an alternative less",
      object({ a: string }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
      object({ a: string }, { anyOf: [{ required: ["a"] }] }),
      [
        'diff/constraint-tightened v1 .x: anyOf [{"required":["a"]},{"required":["b"]}] is now [{"required":["a"]}]',
      ],
    ],
    [
      "a member more of a union that is told apart",
      object({}, { oneOf: [{ required: ["t"], properties: { t: { enum: ["a"] } } }] }),
      object(
        {},
        {
          oneOf: [
            { required: ["t"], properties: { t: { enum: ["a"] } } },
            { required: ["t"], properties: { t: { enum: ["b"] } } },
          ],
        },
      ),
      [
        'safe v1 .x: oneOf [{"properties":{"t":{"enum":["a"]}},"required":["t"]}] is now [{"properties":{"t":{"enum":["a"]}},"required":["t"]},{"p...',
      ],
    ],
    [
      "an alternative that both may fit",
      object({}, { oneOf: [{ required: ["a"] }] }),
      object({}, { oneOf: [{ required: ["a"] }, { required: ["b"] }] }),
      [
        'diff/constraint-tightened v1 .x: oneOf [{"required":["a"]}] is now [{"required":["a"]},{"required":["b"]}]',
      ],
    ],
    [
      "what must not be",
      object({}),
      object({}, { not: { required: ["a"] } }),
      ['diff/constraint-tightened v1 .x: not {"required":["a"]} is new'],
    ],
    [
      "documentation, counted",
      object({ a: { ...string, description: "One." }, b: { ...string, description: "Two." } }),
      object({ a: { ...string, description: "1." }, b: { ...string, title: "2" } }),
      ["safe v1: documentation changed in 2 places"],
    ],
  ];

  it.each(table)("%s", (_, before, after, lines) => {
    expect(schemas(before, after)).toEqual(lines);
  });
});

describe("changes of definitions", () => {
  const one = definitionOf({});

  it("adds and removes kinds", () => {
    const other = definitionOf({ plural: "others" });
    expect(linesOf(compareDefinitions({ before: [one], after: [other] }))).toEqual([
      "safe: added",
      "diff/kind-removed: removed",
    ]);
  });

  it("names what all versions share", () => {
    const names = { kind: "Thing", shortNames: ["t"] };
    expect(compared(one, definitionOf({ scope: "Cluster", names }))).toEqual([
      "diff/scope-changed: Namespaced is now Cluster",
      'diff/names-changed: kind "Widget" is now "Thing"',
      'diff/names-changed: listKind "WidgetList" is now "ThingList"',
      'safe: singular "widget" is now "thing"',
      'safe: shortNames [] is now ["t"]',
    ]);
  });

  it("knows versions that are gone, no longer served, stored or new", () => {
    const before = definitionOf({
      versions: [{ name: "v1" }, { name: "v1beta1" }, { name: "v1alpha1", served: false }],
      storage: "v1beta1",
    });
    const after = definitionOf({
      versions: [{ name: "v2" }, { name: "v1", served: false, deprecated: true }],
      storage: "v2",
    });
    expect(compared(before, after)).toEqual([
      "diff/version-not-served v1: no longer served",
      "safe v1: deprecated",
      "diff/storage-version-dropped v1beta1: removed, and objects are stored in it",
      "safe v1alpha1: removed; it was not served",
      "safe v2: added",
    ]);
    expect(
      compared(
        definitionOf({ versions: [{ name: "v1" }, { name: "v2" }], storage: "v2" }),
        definitionOf({ versions: [{ name: "v2" }], storage: "v2" }),
      ),
    ).toEqual(["diff/version-removed v1: removed"]);
    expect(
      compared(
        definitionOf({ versions: [{ name: "v1" }, { name: "v2", served: false }], storage: "v1" }),
        definitionOf({ versions: [{ name: "v1" }, { name: "v2" }], storage: "v2" }),
      ),
    ).toEqual([
      "safe v1: no longer the storage version",
      "safe v2: served",
      "safe v2: is the storage version now",
    ]);
  });

  it("says nothing of a version that nobody can have used", () => {
    const versions = (type: string): readonly VersionParts[] => [
      { name: "v1" },
      { name: "v2", served: false, schema: { type: "object", properties: { a: { type } } } },
    ];
    const storage = "v1";
    expect(
      compared(
        definitionOf({ versions: versions("string"), storage }),
        definitionOf({ versions: versions("integer"), storage }),
      ),
    ).toEqual([]);
  });

  it("compares conversion, subresources, selectable fields and columns", () => {
    const scale = (path: string): object => ({
      scale: { specReplicasPath: path, statusReplicasPath: ".status.replicas" },
    });
    expect(
      compared(
        definitionOf({
          conversion: "Webhook",
          storage: "v1",
          versions: [
            { name: "v1", rest: { subresources: { status: {}, ...scale(".spec.a") } } },
            { name: "v2", rest: { selectableFields: [{ jsonPath: ".spec.a" }] } },
          ],
        }),
        definitionOf({
          storage: "v1",
          versions: [
            { name: "v1", rest: { subresources: scale(".spec.b"), additionalPrinterColumns: [] } },
            {
              name: "v2",
              rest: {
                subresources: { status: {}, ...scale(".spec.a") },
                selectableFields: [{ jsonPath: ".spec.b" }],
              },
            },
          ],
        }),
      ),
    ).toEqual([
      'diff/conversion-removed: conversion strategy "Webhook" is now "None"',
      "diff/subresource-removed v1: subresource status is gone",
      'diff/subresource-removed v1: scale {"specReplicasPath":".spec.a","statusReplicasPath":".stat... is now {"specReplicasPath":".spec.b","statusReplicasPath":".stat...',
      "safe v1: printer columns changed",
      "diff/status-subresource-added v2: subresource status is new",
      "safe v2: subresource scale is new",
      "diff/selectable-field-removed v2: .spec.a can no longer be selected by",
      "safe v2: .spec.b can be selected by",
    ]);
  });
});
