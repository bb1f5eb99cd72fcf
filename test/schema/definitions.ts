import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";

/** A definition in a group of its own; the server never keeps it. */
export const group = "definitions.schema.example.com";

type Json = Record<string, unknown>;

const plain: JSONSchemaProps = {
  type: "object",
  properties: {
    spec: {
      type: "object",
      properties: {
        replicas: { type: "integer" },
        color: { type: "string" },
        on: { type: "boolean" },
        list: { type: "array", items: { type: "string" } },
        map: { type: "object", additionalProperties: { type: "string" } },
      },
    },
    status: {
      type: "object",
      properties: { replicas: { type: "integer" }, selector: { type: "string" } },
    },
  },
};

function version(change: Json = {}): Json {
  return { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: plain }, ...change };
}

function spec(change: Json = {}): Json {
  return {
    group,
    scope: "Namespaced",
    names: { plural: "things", kind: "Thing" },
    versions: [version()],
    ...change,
  };
}

function named(change: Json = {}, metadata: Json = {}): CustomResourceDefinition {
  return {
    metadata: { name: `things.${group}`, ...metadata },
    spec: spec(change),
  } as unknown as CustomResourceDefinition;
}

function withSchema(openAPIV3Schema: unknown, change: Json = {}): CustomResourceDefinition {
  return named({ versions: [version({ schema: { openAPIV3Schema }, ...change })] });
}

/** A schema with one member, `spec.x`. */
function member(x: JSONSchemaProps): CustomResourceDefinition {
  return withSchema({
    type: "object",
    properties: { spec: { type: "object", properties: { x } } },
  });
}

function names(change: Json): CustomResourceDefinition {
  return named({ names: { plural: "things", kind: "Thing", ...change } });
}

function scale(change: Json): CustomResourceDefinition {
  return named({
    versions: [
      version({
        subresources: {
          scale: {
            specReplicasPath: ".spec.replicas",
            statusReplicasPath: ".status.replicas",
            ...change,
          },
        },
      }),
    ],
  });
}

function column(change: Json): CustomResourceDefinition {
  return named({
    versions: [
      version({
        additionalPrinterColumns: [
          { name: "A", type: "string", jsonPath: ".spec.color", ...change },
        ],
      }),
    ],
  });
}

function selectable(...paths: string[]): CustomResourceDefinition {
  return named({
    versions: [version({ selectableFields: paths.map((jsonPath) => ({ jsonPath })) })],
  });
}

function conversion(webhook: Json, strategy = "Webhook"): CustomResourceDefinition {
  return named({ conversion: { strategy, webhook } });
}

function service(change: Json): CustomResourceDefinition {
  return conversion({
    clientConfig: { service: { namespace: "ns", name: "svc", ...change } },
    conversionReviewVersions: ["v1"],
  });
}

function url(value: string): CustomResourceDefinition {
  return conversion({ clientConfig: { url: value }, conversionReviewVersions: ["v1"] });
}

const list = (change: JSONSchemaProps): CustomResourceDefinition =>
  member({ type: "array", items: { type: "string" }, ...change });

const listMap = (change: JSONSchemaProps, items: JSONSchemaProps = {}): CustomResourceDefinition =>
  member({
    type: "array",
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["k"],
    items: {
      type: "object",
      properties: { k: { type: "string" }, o: { type: "object" } },
      required: ["k"],
      ...items,
    },
    ...change,
  });

const root = (change: JSONSchemaProps): CustomResourceDefinition =>
  withSchema({ type: "object", ...change });

const embedded = (change: JSONSchemaProps): CustomResourceDefinition =>
  member({
    type: "object",
    "x-kubernetes-embedded-resource": true,
    "x-kubernetes-preserve-unknown-fields": true,
    ...change,
  });

const rules = (
  ...validations: JSONSchemaProps["x-kubernetes-validations"] & object
): CustomResourceDefinition =>
  member({
    type: "object",
    properties: { a: { type: "string" } },
    "x-kubernetes-validations": validations,
  });

const two = (change: Json, common: Json = {}): CustomResourceDefinition =>
  named({
    versions: [version(common), version({ name: "v2", storage: false, ...common, ...change })],
  });

/** Definitions, good and bad. */
export const definitionCases: Readonly<Record<string, CustomResourceDefinition>> = {
  plain: named(),
  "wrong name": named({}, { name: "other.example.com" }),
  "no name": named({}, { name: "" }),
  "bad labels": named({}, { labels: { "a b": "c d" }, annotations: { "x y": "" } }),
  finalizer: named({}, { finalizers: ["bad finalizer"] }),
  "no group": named({ group: "" }),
  "group without dot": named({ group: "example" }),
  "bad group": named({ group: "Example.com" }),
  "protected group": named({ group: "x.k8s.io" }, { name: "things.x.k8s.io" }),
  "protected group, url": named(
    { group: "x.k8s.io" },
    { name: "things.x.k8s.io", annotations: { "api-approved.kubernetes.io": "https://a.b/c" } },
  ),
  "protected group, unapproved": named(
    { group: "x.k8s.io" },
    {
      name: "things.x.k8s.io",
      annotations: { "api-approved.kubernetes.io": "unapproved, experimental" },
    },
  ),
  "protected group, other": named(
    { group: "kubernetes.io" },
    { name: "things.kubernetes.io", annotations: { "api-approved.kubernetes.io": "yes" } },
  ),
  "no scope": named({ scope: "" }),
  "bad scope": named({ scope: "namespaced" }),
  "no versions": named({ versions: [] }),
  "no storage": named({ versions: [version({ storage: false })] }),
  "two storages": two({ storage: true }),
  "same version twice": two({ name: "v1" }),
  "bad version name": named({ versions: [version({ name: "V1.0" })] }),
  "two versions, bad second name": two({ name: "2" }),
  "two versions, same schema": two({}),
  "two versions, other schema": two({
    schema: { openAPIV3Schema: { type: "object", properties: { spec: {} } } },
  }),
  "two versions, bad same schema": two(
    {},
    { schema: { openAPIV3Schema: { type: "object", properties: { spec: {} } } } },
  ),
  "two versions, one without schema": two({ schema: undefined }),
  "no schema": named({ versions: [version({ schema: undefined })] }),
  "empty schema": named({ versions: [version({ schema: {} })] }),
  "empty openAPIV3Schema": withSchema({}),
  preserveUnknownFields: named({ preserveUnknownFields: true }),
  "preserveUnknownFields with defaults": named({
    preserveUnknownFields: true,
    versions: [
      version({
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: { spec: { type: "object", default: {} } },
          },
        },
      }),
    ],
  }),
  "preserveUnknownFields and webhook": named({
    preserveUnknownFields: true,
    conversion: {
      strategy: "Webhook",
      webhook: { clientConfig: { url: "https://a" }, conversionReviewVersions: ["v1"] },
    },
  }),
  "no names": named({ names: { plural: "", kind: "" } }),
  "bad plural": names({ plural: "Things" }),
  "bad kind": names({ kind: "My_Thing" }),
  "bad singular": names({ singular: "A" }),
  "same listKind": names({ listKind: "Thing" }),
  "bad listKind": names({ listKind: "1List" }),
  "short names": names({ shortNames: ["a", "B", ""] }),
  categories: names({ categories: ["all", "No"] }),
  "long kind": names({ kind: "T".repeat(64) }),
  "deprecation warning": named({ versions: [version({ deprecationWarning: "w" })] }),
  "empty deprecation warning": named({
    versions: [version({ deprecated: true, deprecationWarning: "" })],
  }),
  "long deprecation warning": named({
    versions: [version({ deprecated: true, deprecationWarning: "w".repeat(257) })],
  }),
  "deprecation warning with line break": named({
    versions: [version({ deprecated: true, deprecationWarning: "ä\n" })],
  }),
  scale: scale({}),
  "scale without paths": scale({ specReplicasPath: "", statusReplicasPath: "" }),
  "scale with bad paths": scale({
    specReplicasPath: ".status.x",
    statusReplicasPath: ".spec.x",
    labelSelectorPath: ".metadata.x",
  }),
  "scale with simple paths": scale({
    specReplicasPath: "spec.x",
    statusReplicasPath: "x",
    labelSelectorPath: "y",
  }),
  column: column({}),
  "column without name": column({ name: "", type: "", jsonPath: "" }),
  "column of bad type": column({ type: "object", format: "x", jsonPath: "spec" }),
  selectable: selectable(".spec.color", ".spec.replicas", ".spec.on"),
  "selectable, bad": selectable(
    "",
    ".spec.nothing",
    "spec",
    ".spec.list",
    ".spec",
    ".metadata.name",
    ".spec['color']",
    ".spec.map.a",
    ".",
  ),
  "selectable twice": selectable(".spec.color", ".spec.color"),
  "selectable without schema": named({
    versions: [version({ schema: undefined, selectableFields: [{ jsonPath: ".a" }] })],
  }),
  "too many selectable": withSchema(
    {
      type: "object",
      properties: {
        spec: {
          type: "object",
          properties: Object.fromEntries(
            "abcdefghi".split("").map((name) => [name, { type: "string" }]),
          ),
        },
      },
    },
    { selectableFields: "abcdefghi".split("").map((name) => ({ jsonPath: `.spec.${name}` })) },
  ),
  "conversion None with webhook": conversion(
    { clientConfig: { url: "https://a" }, conversionReviewVersions: ["v1"] },
    "None",
  ),
  "bad strategy": conversion({ conversionReviewVersions: [] }, "Maybe"),
  "no strategy": named({ conversion: {} }),
  "webhook without anything": named({ conversion: { strategy: "Webhook" } }),
  "webhook without client": conversion({ conversionReviewVersions: ["v1"] }),
  "webhook with both": conversion({
    clientConfig: { url: "https://a", service: { name: "a", namespace: "b" } },
    conversionReviewVersions: ["v1"],
  }),
  "webhook with none": conversion({ clientConfig: {}, conversionReviewVersions: ["v1"] }),
  "review versions": conversion({
    clientConfig: { url: "https://a" },
    conversionReviewVersions: ["v2", "v2", "B"],
  }),
  "no review versions": conversion({
    clientConfig: { url: "https://a" },
    conversionReviewVersions: [],
  }),
  "url http": url("http://a"),
  "url without host": url("https://"),
  "url with everything": url("https://u:p@a/b?c=d#e"),
  "url without scheme": url("a/b"),
  service: service({ port: 443, path: "/a/b" }),
  "service without names": service({ name: "", namespace: "" }),
  "service with bad port": service({ port: 70_000 }),
  "service with port 0": service({ port: 0 }),
  "service with bad path": service({ path: "a//B" }),
  "service with path //": service({ path: "//" }),
  "bad caBundle": conversion({
    clientConfig: { url: "https://a", caBundle: "eA==" },
    conversionReviewVersions: ["v1"],
  }),

  "root without type": withSchema({ properties: {} }),
  "root of type string": withSchema({ type: "string" }),
  "root nullable": root({ nullable: true }),
  "root additionalProperties": root({ additionalProperties: { type: "string" } }),
  "root additionalProperties true": root({ additionalProperties: true }),
  "root metadata": root({
    properties: {
      metadata: { type: "object", properties: { name: { type: "string", pattern: "^a" } } },
    },
  }),
  "root metadata with more": root({
    properties: { metadata: { type: "object", properties: { labels: { type: "object" } } } },
  }),
  "root metadata with description": root({
    properties: { metadata: { type: "object", description: "x" } },
  }),
  "root metadata of type string": root({
    properties: {
      metadata: { type: "string" },
      kind: { type: "object" },
      apiVersion: { type: "integer" },
    },
  }),
  "root metadata with default": root({
    properties: {
      metadata: {
        type: "object",
        default: {},
        properties: { name: { type: "string", default: "x" } },
      },
      kind: { type: "string", default: "X" },
    },
  }),
  "root with allOf and status": withSchema(
    { type: "object", properties: { a: { type: "string" } }, allOf: [{ required: ["a"] }] },
    { subresources: { status: {} } },
  ),
  "root of type string with status": withSchema(
    { type: "string" },
    { subresources: { status: {} } },
  ),
  "root with default": root({ default: { spec: {} }, properties: { spec: { type: "object" } } }),
  "root enum and status": withSchema(
    { type: "object", enum: [{ a: 1 }], maxProperties: 5 },
    { subresources: { status: {} } },
  ),

  "member without type": member({}),
  "member of type null": member({ type: "null" }),
  "member of unknown type": member({ type: "text" }),
  "items missing": member({ type: "array" }),
  "items without type": member({ type: "array", items: {} }),
  "items as list": member({ type: "array", items: [{ type: "string" }] }),
  "member with id, $schema": member({ type: "string", id: "x", $schema: "y" }),
  "member with $schema": member({ type: "string", $schema: "y" }),
  "member with $ref": member({ $ref: "#/definitions/x", type: "string" }),
  patternProperties: member({ type: "object", patternProperties: { a: { type: "string" } } }),
  definitions: member({ type: "object", definitions: { a: { type: "string" } } }),
  dependencies: member({ type: "object", dependencies: { a: ["b"] } }),
  additionalItems: member({ type: "array", items: { type: "string" }, additionalItems: true }),
  uniqueItems: list({ uniqueItems: true }),
  "properties and additionalProperties": member({
    type: "object",
    properties: { a: { type: "string" } },
    additionalProperties: { type: "string" },
  }),
  "properties and additionalProperties true": member({
    type: "object",
    properties: { a: { type: "string" } },
    additionalProperties: true,
  }),
  "properties and additionalProperties false": member({
    type: "object",
    properties: { a: { type: "string" } },
    additionalProperties: false,
  }),
  "additionalProperties without type": member({ type: "object", additionalProperties: {} }),
  "preserve false": member({ type: "object", "x-kubernetes-preserve-unknown-fields": false }),
  "preserve without type": member({ "x-kubernetes-preserve-unknown-fields": true }),
  "int-or-string": member({ "x-kubernetes-int-or-string": true }),
  "int-or-string with type": member({ "x-kubernetes-int-or-string": true, type: "string" }),
  "int-or-string and others": member({
    "x-kubernetes-int-or-string": true,
    "x-kubernetes-preserve-unknown-fields": true,
    "x-kubernetes-embedded-resource": true,
  }),
  "int-or-string anyOf": member({
    "x-kubernetes-int-or-string": true,
    anyOf: [{ type: "integer" }, { type: "string" }],
  }),
  "int-or-string anyOf reversed": member({
    "x-kubernetes-int-or-string": true,
    anyOf: [{ type: "string" }, { type: "integer" }],
  }),
  "int-or-string allOf": member({
    "x-kubernetes-int-or-string": true,
    allOf: [{ anyOf: [{ type: "integer" }, { type: "string" }] }, { maximum: 5 }],
  }),
  "int-or-string second allOf": member({
    "x-kubernetes-int-or-string": true,
    allOf: [{ maximum: 5 }, { anyOf: [{ type: "integer" }, { type: "string" }] }],
  }),
  "anyOf with types": member({ type: "string", anyOf: [{ type: "integer" }, { type: "string" }] }),
  "bad pattern": member({ type: "string", pattern: "(" }),
  lookahead: member({ type: "string", pattern: "(?=a)" }),
  backreference: member({ type: "string", pattern: "(a)\\1" }),
  "big repetition": member({ type: "string", pattern: "a{1001}" }),
  "bad nested pattern": member({ type: "string", allOf: [{ pattern: "[" }] }),
  "nested with everything": member({
    type: "object",
    properties: { a: { type: "string" } },
    allOf: [
      {
        type: "object",
        title: "t",
        description: "d",
        nullable: true,
        default: {},
        additionalProperties: true,
        "x-kubernetes-preserve-unknown-fields": true,
        "x-kubernetes-embedded-resource": true,
        "x-kubernetes-int-or-string": true,
        "x-kubernetes-list-map-keys": ["a"],
        "x-kubernetes-list-type": "map",
        "x-kubernetes-map-type": "atomic",
        "x-kubernetes-validations": [{ rule: "true" }],
        properties: { metadata: {} },
      },
    ],
  }),
  "incomplete root logic": root({
    properties: { spec: { type: "object" } },
    anyOf: [{ properties: { spec: { properties: { a: { minLength: 1 } } }, other: {} } }],
    not: { items: { minLength: 1 } },
  }),
  "incomplete member logic": member({
    type: "object",
    anyOf: [{ properties: { a: { minLength: 1 } } }],
  }),
  "nested items": member({
    type: "array",
    items: { type: "object", properties: { a: { type: "string" } } },
    oneOf: [{ items: { properties: { a: { type: "string" } }, required: ["a"] } }],
  }),

  "list set": list({ "x-kubernetes-list-type": "set" }),
  "list type unknown": list({ "x-kubernetes-list-type": "bag" as "set" }),
  "list type without array": member({ type: "string", "x-kubernetes-list-type": "set" }),
  "list type without type": member({
    "x-kubernetes-list-type": "set",
    "x-kubernetes-preserve-unknown-fields": true,
  }),
  "map type": member({ type: "object", "x-kubernetes-map-type": "atomic" }),
  "map type unknown": member({ type: "object", "x-kubernetes-map-type": "x" as "atomic" }),
  "map type of string": member({ type: "string", "x-kubernetes-map-type": "atomic" }),
  "set of objects": list({ "x-kubernetes-list-type": "set", items: { type: "object" } }),
  "set of atomic objects": list({
    "x-kubernetes-list-type": "set",
    items: { type: "object", "x-kubernetes-map-type": "atomic" },
  }),
  "set of sets": list({
    "x-kubernetes-list-type": "set",
    items: { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
  }),
  "set of nullable": list({
    "x-kubernetes-list-type": "set",
    items: { type: "string", nullable: true },
  }),
  "list map": listMap({}),
  "list map without keys": listMap({ "x-kubernetes-list-map-keys": [] }),
  "keys without map": list({ "x-kubernetes-list-map-keys": ["k"] }),
  "keys of set": list({ "x-kubernetes-list-map-keys": ["k"], "x-kubernetes-list-type": "set" }),
  "list map of strings": listMap({ items: { type: "string" } }),
  "list map with unknown key": listMap({ "x-kubernetes-list-map-keys": ["k", "z", "z"] }),
  "list map with object key": listMap({ "x-kubernetes-list-map-keys": ["o"] }),
  "list map with optional key": listMap({}, { required: [] }),
  "list map with nullable": listMap(
    {},
    { nullable: true, properties: { k: { type: "string", nullable: true } } },
  ),
  "list map with default key": listMap(
    {},
    { required: [], properties: { k: { type: "string", default: "a" } } },
  ),

  embedded: embedded({}),
  "embedded without type": member({
    "x-kubernetes-embedded-resource": true,
    "x-kubernetes-preserve-unknown-fields": true,
  }),
  "embedded string": embedded({ type: "string" }),
  "embedded without members": member({ type: "object", "x-kubernetes-embedded-resource": true }),
  "embedded with additionalProperties": embedded({ additionalProperties: { type: "string" } }),
  "embedded with meta": embedded({
    properties: { kind: { type: "integer" }, metadata: { type: "string" } },
  }),
  "embedded in meta": embedded({
    properties: {
      metadata: {
        type: "object",
        properties: {
          a: {
            type: "object",
            "x-kubernetes-embedded-resource": true,
            "x-kubernetes-preserve-unknown-fields": true,
          },
        },
      },
    },
  }),
  "embedded meta defaults": embedded({
    properties: {
      kind: { type: "string", default: "A" },
      metadata: {
        type: "object",
        default: { name: "a/b" },
        properties: {
          name: { type: "string", default: "x%" },
          labels: { type: "object", additionalProperties: { type: "string", default: "x" } },
        },
      },
    },
  }),
  "embedded default": embedded({ default: { apiVersion: "v1", kind: "A" } }),
  "embedded bad default": embedded({ default: { kind: "A", metadata: { name: "a/b", x: 1 } } }),

  "default of wrong type": member({ type: "string", default: 1 }),
  "default null": member({ type: "string", default: null }),
  "default too long": member({ type: "string", default: "abc", maxLength: 2 }),
  "default with unknown": member({
    type: "object",
    default: { a: 1, b: 2 },
    properties: { a: { type: "integer" } },
  }),
  "default in items": member({
    type: "array",
    items: { type: "object", properties: { a: { type: "string", default: 5 } } },
  }),
  "default in map": member({
    type: "object",
    additionalProperties: { type: "object", properties: { a: { type: "string", default: 5 } } },
  }),
  "default without required": member({
    type: "object",
    default: {},
    required: ["a"],
    properties: { a: { type: "string" } },
  }),
  "default enum": member({ type: "string", enum: ["a"], default: "b" }),
  "nested default": member({
    type: "object",
    default: { a: { b: "x" } },
    properties: { a: { type: "object", properties: { b: { type: "integer" } } } },
  }),

  "rule without text": rules({ rule: " " }),
  "rule with empty message": rules({ rule: "true", message: " " }),
  "rule with lines": rules({ rule: "true ||\ntrue", messageExpression: " " }),
  "rule with lines in message": rules({ rule: "true", message: "a\nb" }),
  "rule with bad reason": rules({ rule: "true", reason: "Bad" as "FieldValueInvalid" }),
  "rule with field path": rules({ rule: "true", fieldPath: ".a" }),
  "rule with bad field path": rules(
    { rule: "true", fieldPath: ".b" },
    { rule: "1 > 0", fieldPath: " " },
    { rule: "2 > 0", fieldPath: ".a\n" },
  ),
  "rule with bracket path": rules(
    { rule: "true", fieldPath: "['a']" },
    { rule: "1 > 0", fieldPath: "['a'" },
    { rule: "2 > 0", fieldPath: "[a]" },
  ),
};

/** Valid definitions about which the server has something to say. */
export const definitionsWithWarnings: Readonly<Record<string, CustomResourceDefinition>> = {
  nothing: named(),
  formats: member({
    type: "object",
    properties: {
      a: { type: "string", format: "quantity" },
      b: { type: "integer", format: "date" },
      c: { type: "string", format: "date-time" },
      d: { type: "object", format: "x" },
      e: { type: "number", format: "int32" },
    },
  }),
  sets: list({
    "x-kubernetes-list-type": "set",
    items: { type: "object", "x-kubernetes-map-type": "atomic" },
  }),
  "two versions": two({}, { schema: { openAPIV3Schema: { type: "object", format: "x" } } }),
};

/** A definition that the server keeps for a while. */
export const stored: CustomResourceDefinition = {
  metadata: { name: "kept.kept.schema.example.com" },
  spec: {
    ...named().spec,
    group: "kept.schema.example.com",
    scope: "Cluster",
    names: { plural: "kept", kind: "Kept" },
  },
};

type Spec = CustomResourceDefinition["spec"];

/** Changes of its spec. */
export const definitionChanges: Readonly<Record<string, Partial<Spec>>> = {
  nothing: {},
  scope: { scope: "Namespaced" },
  kind: { names: { ...stored.spec.names, singular: "kept", kind: "Other", listKind: "OtherList" } },
  plural: {
    names: { ...stored.spec.names, plural: "others", singular: "kept", listKind: "KeptList" },
  },
  group: { group: "other.example.com" },
  "version removed": { versions: [version({ name: "v2" })] as unknown as Spec["versions"] },
  "storage version": {
    versions: [version({ storage: false }), version({ name: "v2" })] as unknown as Spec["versions"],
  },
  "no storage version": { versions: [version({ storage: false })] as unknown as Spec["versions"] },
  "schema broken": {
    versions: withSchema({ type: "object", properties: { a: {} } }).spec.versions,
  },
  "caBundle broken": {
    conversion: {
      strategy: "Webhook",
      webhook: {
        clientConfig: { url: "https://a", caBundle: "eA==" },
        conversionReviewVersions: ["v1"],
      },
    },
  },
};
