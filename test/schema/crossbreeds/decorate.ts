import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { Dice } from "./dice.js";

const formats = [
  "date-time",
  "date",
  "duration",
  "byte",
  "binary",
  "uuid",
  "ipv4",
  "cidr",
  "uri",
  "email",
  "hostname",
  "int32",
  "int64",
  "double",
  "password",
  "mac",
];

/** Keywords that say little, or what nobody would: the API server takes most of them. */
const oddities: readonly JSONSchemaProps[] = [
  { maxLength: 0, minLength: 3 },
  { minItems: 5, maxItems: 2 },
  { minimum: 10, maximum: 1 },
  { minimum: 0.5, maximum: 1.5 },
  { multipleOf: 0.1 },
  { minimum: -9_223_372_036_854_775_000, exclusiveMinimum: true },
  { minProperties: 4, maxProperties: 0 },
  { maxLength: 2 ** 40 },
  { pattern: "(?i)^a*/b$" },
  { pattern: "^[`\"'\\\\]+$" },
  { enum: [null] },
  { enum: ["a", 1, true, null, { a: [] }, []] },
  { enum: [{ a: 1 }, {}] },
  { enum: ["*/", "a\nb", " ", "True", "1e3", "~", "0x1F", "012"] },
  { title: " */ ", description: "" },
  { description: " */\n\n+k8s:enum\n---\ntext  " },
  { format: "a b" },
  { example: { a: [1, null, "x"] } },
  { example: "*/" },
  { externalDocs: { url: "https://a.b/*/c", description: "`" } },
  { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
  { anyOf: [{ required: ["a"] }, {}] },
  { not: { required: ["a"] } },
  { not: { anyOf: [{ required: ["a"] }, { required: ["b"] }] } },
  { allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
  { allOf: [{ pattern: "^a" }, { pattern: "b$" }] },
  { anyOf: [{ format: "ipv4" }, { format: "ipv6" }] },
  { allOf: [{ minLength: 1 }, { minLength: 2, not: { maxLength: 3 } }] },
  { required: ["undeclared"] },
  { required: [] },
  { properties: {} },
  { enum: [] },
  { allOf: [] },
  { default: null },
  { "x-kubernetes-list-type": "atomic" },
  { "x-kubernetes-map-type": "granular" },
  { "x-kubernetes-preserve-unknown-fields": true },
  { "x-kubernetes-validations": [] },
  { "x-kubernetes-validations": [{ rule: " true ", message: " `*/` " }] },
  { "x-kubernetes-validations": [{ rule: "true\n&& true", message: "\u2028" }] },
];

type Decoration = (input: { readonly dice: Dice; readonly schema: JSONSchemaProps }) => void;

const ofAll: readonly Decoration[] = [
  ({ dice, schema }) => {
    Object.assign(schema, structuredClone(dice.pick(oddities)));
  },
  ({ dice, schema }) => {
    Object.assign(schema, structuredClone(dice.pick(oddities)));
  },
  ({ schema }) => {
    schema.nullable = true;
  },
  ({ schema }) => {
    delete schema["x-kubernetes-validations"];
  },
  ({ schema }) => {
    delete schema.default;
  },
  ({ schema }) => {
    schema.title = "A title";
  },
  ({ dice, schema }) => {
    schema.description = dice.pick(["text */ end", "+marker", "  indented\n\ttab", "* one\n* two"]);
  },
];

const ofText: readonly Decoration[] = [
  ({ dice, schema }) => {
    schema.format = dice.pick(formats);
  },
  ({ dice, schema }) => {
    schema.format = dice.pick(formats);
  },
  ({ dice, schema }) => {
    schema.enum = dice.pick([["a"], ["a", "bcdefghij"], ["", "Ünïcödé", "x y"]]);
  },
  ({ dice, schema }) => {
    schema.default = dice.pick(["", "a", "2024-01-01T00:00:00Z", "1h", "10"]);
  },
  ({ schema }) => {
    delete schema.type;
    delete schema.format;
    delete schema.enum;
    delete schema.default;
    schema["x-kubernetes-int-or-string"] = true;
    schema.anyOf = [{ type: "integer" }, { type: "string" }];
  },
];

const ofLists: readonly Decoration[] = [
  ({ dice, schema }) => {
    const { items } = schema;
    delete schema["x-kubernetes-list-map-keys"];
    if (items === undefined || Array.isArray(items)) return;
    const [key] =
      Object.entries(items.properties ?? {}).find(([, { type }]) => type === "string") ?? [];
    if (key === undefined) schema["x-kubernetes-list-type"] = dice.pick(["set", "atomic"]);
    else {
      schema["x-kubernetes-list-type"] = "map";
      schema["x-kubernetes-list-map-keys"] = [key];
      items.required = [...new Set([...(items.required ?? []), key])];
    }
  },
  ({ dice, schema }) => {
    schema["x-kubernetes-list-type"] = dice.pick(["set", "atomic", "map"]);
  },
  ({ schema }) => {
    delete schema["x-kubernetes-list-type"];
    delete schema["x-kubernetes-list-map-keys"];
  },
  ({ schema }) => {
    schema.default = [];
  },
];

const ofObjects: readonly Decoration[] = [
  ({ schema }) => {
    schema["x-kubernetes-preserve-unknown-fields"] = true;
  },
  ({ dice, schema }) => {
    schema["x-kubernetes-map-type"] = dice.pick(["atomic", "granular"]);
  },
  ({ dice, schema }) => {
    schema.required = Object.keys(schema.properties ?? {}).filter(() => dice.once(2));
  },
  ({ schema }) => {
    delete schema.required;
  },
  ({ schema }) => {
    schema.default = {};
  },
  ({ dice, schema }) => {
    // A map of what was one of its members.
    const [value] = Object.values(schema.properties ?? {});
    if (value === undefined) return;
    delete schema.properties;
    delete schema.required;
    delete schema.default;
    schema.additionalProperties = value;
    if (dice.once(2)) schema.maxProperties = dice.pick([1, 10, 100]);
  },
];

const ofNumbers: readonly Decoration[] = [
  ({ dice, schema }) => {
    schema.format = dice.pick(["int32", "int64", "double", "float", "uint16"]);
  },
  ({ dice, schema }) => {
    schema.type = dice.pick(["integer", "number"]);
  },
  ({ dice, schema }) => {
    schema.default = dice.pick([0, 1, 1.5, -7]);
  },
  ({ dice, schema }) => {
    schema.enum = dice.pick([[1, 2], [1.5], [0]]);
  },
];

/** Changes what a schema says of its values. */
export function decorate(input: { readonly dice: Dice; readonly schema: JSONSchemaProps }): void {
  const { dice, schema } = input;
  dice.pick([...ofAll, ...own(schema), ...own(schema)])(input);
}

function own({ type }: JSONSchemaProps): readonly Decoration[] {
  switch (type) {
    case "string":
      return ofText;
    case "array":
      return ofLists;
    case "object":
      return ofObjects;
    case "integer":
    case "number":
      return ofNumbers;
    default:
      return [];
  }
}
