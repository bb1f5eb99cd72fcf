import {
  type ArgumentType,
  entriesOf,
  type TagEntryInput,
  type TagSince,
  type TagTarget,
  type TagValue,
} from "./entry.js";

const anywhere: readonly TagTarget[] = ["type", "member"];

interface SchemaMarker {
  readonly name: string;
  readonly since: TagSince;
  readonly value: TagValue;
  readonly description: string;
  readonly example: string;
  readonly repeatable?: boolean;
}

/**
 * Keywords that stand for a value itself, behind `items:` for the items of a list, and behind `additionalProperties:` for the
 * values of a map. The prefixes can stand behind one another, which the table does not list.
 */
const keywordRows: readonly (readonly [
  name: string,
  since: TagSince,
  kind: Exclude<ArgumentType, "strings">,
  description: string,
  value: string,
])[] = [
  ["Maximum", "controller-gen 0.2", "number", "Largest number.", "10"],
  ["Minimum", "controller-gen 0.2", "number", "Smallest number.", "1"],
  ["ExclusiveMaximum", "controller-gen 0.2", "boolean", "The maximum itself is too large.", "true"],
  ["ExclusiveMinimum", "controller-gen 0.2", "boolean", "The minimum itself is too small.", "true"],
  ["MultipleOf", "controller-gen 0.2", "number", "The number is a multiple of this one.", "2"],
  ["MaxLength", "controller-gen 0.2", "integer", "Most characters of a string.", "63"],
  ["MinLength", "controller-gen 0.2", "integer", "Fewest characters of a string.", "1"],
  [
    "Pattern",
    "controller-gen 0.2",
    "string",
    "Regular expression (RE2) that the string matches.",
    "`^[a-z]+$`",
  ],
  ["MaxItems", "controller-gen 0.2", "integer", "Most items of a list.", "16"],
  ["MinItems", "controller-gen 0.2", "integer", "Fewest items of a list.", "1"],
  [
    "UniqueItems",
    "controller-gen 0.2",
    "boolean",
    "No two items are equal; the API server refuses true.",
    "false",
  ],
  ["MaxProperties", "controller-gen 0.5", "integer", "Most entries of an object.", "16"],
  ["MinProperties", "controller-gen 0.5", "integer", "Fewest entries of an object.", "1"],
  ["Enum", "controller-gen 0.2", "list", "The values that are allowed.", "Always;Never"],
  [
    "Format",
    "controller-gen 0.2",
    "string",
    "Format of the value: date-time, int64, ipv4 ...",
    "date-time",
  ],
  ["Type", "controller-gen 0.2", "string", "Overrides the type of the schema.", "string"],
];

const keywords: readonly SchemaMarker[] = keywordRows.map(
  ([name, since, kind, description, value]) => ({
    name,
    since,
    value: { kind },
    description,
    example: `=${value}`,
  }),
);

/** Name, release and description of one of several markers alike. */
type Row = readonly [name: string, since: TagSince, description: string];

const switchRows: readonly Row[] = [
  ["XPreserveUnknownFields", "controller-gen 0.3", "Unknown members are kept (older spelling)."],
  ["XEmbeddedResource", "controller-gen 0.3", "The object has apiVersion, kind and metadata."],
  ["XIntOrString", "controller-gen 0.7", "The value is an integer or a string."],
];

const switches: readonly SchemaMarker[] = switchRows.map(([name, since, description]) => ({
  name,
  since,
  value: { kind: "none" },
  description,
  example: "",
}));

const rule: SchemaMarker = {
  name: "XValidation",
  since: "controller-gen 0.9",
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

/** The first releases with markers behind a prefix. */
const prefixSince: Readonly<Record<string, TagSince>> = {
  "kubebuilder:validation:items:": "controller-gen 0.15",
  "kubebuilder:validation:additionalProperties:": "create-crd-project 0.1",
};

function both(prefix: string): readonly TagEntryInput[] {
  return [...keywords, ...switches, rule].map(({ name, since, example, ...rest }) => ({
    ...rest,
    since: prefixSince[prefix] ?? since,
    name: `${prefix}${name}`,
    targets: anywhere,
    example: `+${prefix}${name}${example}`,
  }));
}

const oneOfRows: readonly Row[] = [
  ["AtMostOneOf", "controller-gen 0.19", "At most one of these members is set."],
  ["ExactlyOneOf", "controller-gen 0.19", "Exactly one of these members is set."],
  ["AtLeastOneOf", "controller-gen 0.20", "At least one of these members is set."],
];

const oneOfs: readonly TagEntryInput[] = oneOfRows.map(([name, since, description]) => ({
  name: `kubebuilder:validation:${name}`,
  since,
  value: { kind: "list" },
  repeatable: true,
  description,
  example: `+kubebuilder:validation:${name}=configMap;secret`,
}));

/** Who works with schemas: of all that says nothing of values only crd-gen reads. */
const common = { tool: "controller-gen", readBy: ["crd-gen", "validation-gen"] } as const;

/** controller-gen's markers for the schema of a type or member. */
export const controllerGenSchemaTags = entriesOf(common, [
  ...both("kubebuilder:validation:"),
  ...both("kubebuilder:validation:items:"),
  ...both("kubebuilder:validation:additionalProperties:"),
  ...oneOfs,
  {
    name: "kubebuilder:validation:Required",
    since: "controller-gen 0.2",
    aliases: ["required", "k8s:required"],
    targets: ["package", "member"],
    description: "The member must be present; in doc.ts the default for all members.",
    example: "+kubebuilder:validation:Required",
  },
  {
    name: "kubebuilder:validation:Optional",
    conflicts: [{ with: "kubebuilder:validation:Required" }],
    since: "controller-gen 0.2",
    aliases: ["optional", "k8s:optional"],
    targets: ["package", "member"],
    description: "The member can be left out; in doc.ts the default for all members.",
    example: "+kubebuilder:validation:Optional",
  },
  {
    name: "kubebuilder:validation:EmbeddedResource",
    since: "controller-gen 0.3",
    aliases: ["kubebuilder:validation:XEmbeddedResource"],
    targets: ["member"],
    description: "The object has apiVersion, kind and metadata.",
    example: "+kubebuilder:validation:EmbeddedResource",
  },
  {
    name: "kubebuilder:validation:Schemaless",
    since: "controller-gen 0.5",
    targets: ["member"],
    description: "The type of the member is not described; only its markers are.",
    example: "+kubebuilder:validation:Schemaless",
  },
  {
    name: "kubebuilder:default",
    since: "controller-gen 0.3",
    readBy: ["defaulter-gen", "crd-gen"],
    aliases: ["default"],
    conflicts: [{ with: "default", when: "the defaults differ" }],
    targets: ["member"],
    value: { kind: "any" },
    description:
      "The default in marker grammar: filled in by the API server, and by default functions.",
    example: "+kubebuilder:default=3",
  },
  {
    name: "kubebuilder:example",
    since: "controller-gen 0.12",
    readBy: ["crd-gen"],
    targets: ["member"],
    value: { kind: "any" },
    description: "An example of the value.",
    example: '+kubebuilder:example="orders"',
  },
  {
    name: "kubebuilder:pruning:PreserveUnknownFields",
    since: "controller-gen 0.3",
    readBy: ["crd-gen"],
    aliases: ["kubebuilder:validation:XPreserveUnknownFields"],
    targets: anywhere,
    description: "Unknown members are kept.",
    example: "+kubebuilder:pruning:PreserveUnknownFields",
  },
  {
    name: "kubebuilder:title",
    since: "controller-gen 0.18",
    readBy: ["crd-gen"],
    targets: anywhere,
    value: { kind: "string" },
    description: "Title of the schema.",
    example: '+kubebuilder:title="Replicas"',
  },
  {
    name: "kubebuilder:externalDocs",
    since: "controller-gen 0.21",
    readBy: ["crd-gen"],
    targets: anywhere,
    value: {
      kind: "arguments",
      arguments: { url: { type: "string", required: true }, description: { type: "string" } },
    },
    description: "Documentation elsewhere.",
    example: '+kubebuilder:externalDocs:url="https://example.com/docs"',
  },
]);
