import { entriesOf, type TagEntryInput, type TagTarget, type TagValue } from "./entry.js";

const anywhere: readonly TagTarget[] = ["type", "member"];

interface SchemaMarker {
  readonly name: string;
  readonly value: TagValue;
  readonly description: string;
  readonly example: string;
  readonly repeatable?: boolean;
}

/**
 * Keywords that stand for a value itself, behind `items:` for the items of a list, and behind `additionalProperties:` for the
 * values of a map. The prefixes can stand behind one another, which the table does not list.
 */
const keywords: readonly SchemaMarker[] = [
  ["Maximum", "number", "Largest number.", "10"],
  ["Minimum", "number", "Smallest number.", "1"],
  ["ExclusiveMaximum", "boolean", "The maximum itself is too large.", "true"],
  ["ExclusiveMinimum", "boolean", "The minimum itself is too small.", "true"],
  ["MultipleOf", "number", "The number is a multiple of this one.", "2"],
  ["MaxLength", "integer", "Most characters of a string.", "63"],
  ["MinLength", "integer", "Fewest characters of a string.", "1"],
  ["Pattern", "string", "Regular expression (RE2) that the string matches.", "`^[a-z]+$`"],
  ["MaxItems", "integer", "Most items of a list.", "16"],
  ["MinItems", "integer", "Fewest items of a list.", "1"],
  ["UniqueItems", "boolean", "No two items are equal; the API server refuses true.", "false"],
  ["MaxProperties", "integer", "Most entries of an object.", "16"],
  ["MinProperties", "integer", "Fewest entries of an object.", "1"],
  ["Enum", "list", "The values that are allowed.", "Always;Never"],
  ["Format", "string", "Format of the value: date-time, int64, ipv4 ...", "date-time"],
  ["Type", "string", "Overrides the type of the schema.", "string"],
].map(([name = "", kind = "", description = "", value = ""]) => ({
  name,
  value: schemaValue(kind),
  description,
  example: `=${value}`,
}));

const switches: readonly SchemaMarker[] = [
  ["XPreserveUnknownFields", "Unknown members are kept (older spelling)."],
  ["XEmbeddedResource", "The object has apiVersion, kind and metadata."],
  ["XIntOrString", "The value is an integer or a string."],
].map(([name = "", description = ""]) => ({
  name,
  value: { kind: "none" },
  description,
  example: "",
}));

const rule: SchemaMarker = {
  name: "XValidation",
  value: {
    kind: "arguments",
    arguments: {
      rule: { type: "string", required: true },
      message: { type: "string" },
      messageExpression: { type: "string" },
      reason: {
        type: "string",
        oneOf: [
          "FieldValueInvalid",
          "FieldValueForbidden",
          "FieldValueRequired",
          "FieldValueDuplicate",
        ],
      },
      fieldPath: { type: "string" },
      optionalOldSelf: { type: "boolean" },
    },
  },
  repeatable: true,
  description: "A rule in CEL.",
  example: ':rule="self.min <= self.max",message="min must not exceed max"',
};

function schemaValue(kind: string): TagValue {
  switch (kind) {
    case "number":
    case "integer":
    case "boolean":
    case "list":
      return { kind };
    default:
      return { kind: "string" };
  }
}

function both(prefix: string): readonly TagEntryInput[] {
  return [...keywords, ...switches, rule].map(({ name, example, ...rest }) => ({
    ...rest,
    name: `${prefix}${name}`,
    targets: anywhere,
    example: `+${prefix}${name}${example}`,
  }));
}

const oneOfs: readonly TagEntryInput[] = [
  ["AtMostOneOf", "At most one of these members is set."],
  ["ExactlyOneOf", "Exactly one of these members is set."],
  ["AtLeastOneOf", "At least one of these members is set."],
].map(([name = "", description = ""]) => ({
  name: `kubebuilder:validation:${name}`,
  value: { kind: "list" },
  repeatable: true,
  description,
  example: `+kubebuilder:validation:${name}=configMap;secret`,
}));

/** controller-gen's markers for the schema of a type or member. */
export const controllerGenSchemaTags = entriesOf({ tool: "controller-gen", implemented: true }, [
  ...both("kubebuilder:validation:"),
  ...both("kubebuilder:validation:items:"),
  ...both("kubebuilder:validation:additionalProperties:"),
  ...oneOfs,
  {
    name: "kubebuilder:validation:Required",
    targets: ["package", "member"],
    description: "The member must be present; in doc.ts the default for all members.",
    example: "+kubebuilder:validation:Required",
  },
  {
    name: "kubebuilder:validation:Optional",
    targets: ["package", "member"],
    description: "The member can be left out; in doc.ts the default for all members.",
    example: "+kubebuilder:validation:Optional",
  },
  {
    name: "kubebuilder:validation:EmbeddedResource",
    targets: ["member"],
    description: "The object has apiVersion, kind and metadata.",
    example: "+kubebuilder:validation:EmbeddedResource",
  },
  {
    name: "kubebuilder:validation:Schemaless",
    targets: ["member"],
    description: "The type of the member is not described; only its markers are.",
    example: "+kubebuilder:validation:Schemaless",
  },
  {
    name: "kubebuilder:default",
    targets: ["member"],
    value: { kind: "any" },
    description:
      "The default in marker grammar: filled in by the API server, and by default functions.",
    example: "+kubebuilder:default=3",
  },
  {
    name: "kubebuilder:example",
    targets: ["member"],
    value: { kind: "any" },
    description: "An example of the value.",
    example: '+kubebuilder:example="orders"',
  },
  {
    name: "kubebuilder:pruning:PreserveUnknownFields",
    targets: anywhere,
    description: "Unknown members are kept.",
    example: "+kubebuilder:pruning:PreserveUnknownFields",
  },
  {
    name: "kubebuilder:title",
    targets: anywhere,
    value: { kind: "any" },
    description: "Title of the schema.",
    example: '+kubebuilder:title="Replicas"',
  },
  {
    name: "kubebuilder:externalDocs",
    targets: anywhere,
    value: {
      kind: "arguments",
      arguments: { url: { type: "string", required: true }, description: { type: "string" } },
    },
    description: "Documentation elsewhere.",
    example: '+kubebuilder:externalDocs:url="https://example.com/docs"',
  },
]);
