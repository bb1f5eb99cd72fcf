import { entriesOf, type TagEntryInput, type TagSince, type TagTarget } from "./entry.js";

const anywhere: readonly TagTarget[] = ["type", "member"];
const member: readonly TagTarget[] = ["member"];
/** Whose schemas say the same. */
const schemas = ["crd-gen", "openapi-gen", "zod-gen"] as const;
/** Name, release and description of one of several tags alike. */
type Row = readonly [name: string, since: TagSince, description: string];

const unionShape = {
  required: false,
  names: ["union", "memberName"],
  shape: 'union: "name", memberName: "member"',
} as const;

const sizeRows: readonly Row[] = [
  ["minLength", "Kubernetes 1.36", "Fewest characters of a string."],
  ["maxLength", "Kubernetes 1.35", "Most characters of a string."],
  ["maxBytes", "Kubernetes 1.36", "Most bytes of a string in UTF-8."],
  ["minimum", "Kubernetes 1.33", "Smallest integer."],
  ["maximum", "Kubernetes 1.36", "Largest integer."],
  ["minItems", "Kubernetes 1.36", "Fewest items of a list."],
  ["maxItems", "Kubernetes 1.35", "Most items of a list."],
  ["minProperties", "Kubernetes 1.37", "Fewest entries of a map."],
  ["maxProperties", "Kubernetes 1.37", "Most entries of a map."],
];

/** The limits on the other side. */
const upper: Readonly<Record<string, readonly string[]>> = {
  minLength: ["maxLength", "maxBytes"],
  minimum: ["maximum"],
  minItems: ["maxItems"],
  minProperties: ["maxProperties"],
};

const sizes: readonly TagEntryInput[] = sizeRows.map(([name, since, description]) => ({
  name: `k8s:${name}`,
  since,
  readBy: name === "maxBytes" ? ["validation-gen", "zod-gen"] : ["validation-gen", ...schemas],
  targets: anywhere,
  value: { kind: "integer" },
  conflicts: (upper[name] ?? []).map((other) => ({
    with: `k8s:${other}`,
    when: "the least is more than the most",
  })),
  description,
  example: `+k8s:${name}=3`,
}));

const control: readonly TagEntryInput[] = [
  {
    name: "k8s:validation-gen",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen"],
    asks: true,
    conflicts: [{ with: "k8s:validation-gen", own: "on", other: "off" }],
    targets: ["package", "type"],
    value: { kind: "validation" },
    repeatable: true,
    description: "Which types get a generated validation function.",
    example: "+k8s:validation-gen=TypesWithField=TypeMeta",
  },
  {
    name: "k8s:validation-gen-input",
    since: "Kubernetes 1.33",
    refused: "put '+k8s:validation-gen=' into the doc.ts of the version that declares the types",
    targets: ["package"],
    value: { kind: "text" },
    description: "The package whose types are validated, when it is another one.",
    example: "+k8s:validation-gen-input=example.com/v1",
  },
  {
    name: "k8s:validation-gen-scheme-registry",
    since: "Kubernetes 1.33",
    refused:
      "'addToScheme' registers validations; call the functions themselves where there is no scheme",
    targets: ["package"],
    value: { kind: "text" },
    description: "The scheme type that validations are registered with.",
    example: "+k8s:validation-gen-scheme-registry=nil",
  },
  {
    name: "k8s:validation-gen-nolint",
    since: "Kubernetes 1.36",
    refused:
      "what the diagnostics of this tool say can be changed by 'severities' in crd-project.json",
    targets: ["package", "type"],
    description: "Turns off validation-gen's own lint rules.",
    example: "+k8s:validation-gen-nolint",
  },
  {
    name: "k8s:validation-gen-test-fixture",
    since: "Kubernetes 1.33",
    refused: "write a test that calls the generated function",
    targets: ["package"],
    value: { kind: "text" },
    description: "Test output of validation-gen.",
    example: "+k8s:validation-gen-test-fixture=validateFalse",
  },
  {
    name: "k8s:validation-gen-test-targets",
    since: "Kubernetes 1.37",
    refused: "write a test that calls the generated function",
    targets: ["package"],
    value: { kind: "text", empty: true, bare: true },
    description: "Test output of validation-gen.",
    example: "+k8s:validation-gen-test-targets=all",
  },
  {
    name: "k8s:isSubresource",
    since: "Kubernetes 1.34",
    refused: "call the function of the type that the subresource sends",
    value: { kind: "string" },
    description: "The type is what a subresource reads and writes.",
    example: '+k8s:isSubresource="/scale"',
  },
  {
    name: "k8s:supportsSubresource",
    since: "Kubernetes 1.34",
    refused: "call the function of the type that the subresource sends",
    value: { kind: "string" },
    repeatable: true,
    description: "The kind has this subresource.",
    example: '+k8s:supportsSubresource="/status"',
  },
];

const presence: readonly TagEntryInput[] = [
  {
    name: "k8s:required",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen", "crd-gen", "openapi-gen", "zod-gen"],
    aliases: ["required"],
    targets: member,
    description: "The member must be set.",
    example: "+k8s:required",
  },
  {
    name: "k8s:optional",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen", "crd-gen", "openapi-gen"],
    aliases: ["optional"],
    conflicts: [{ with: "k8s:required" }],
    targets: member,
    description: "The member can be left out.",
    example: "+k8s:optional",
  },
  {
    name: "k8s:forbidden",
    since: "Kubernetes 1.33",
    conflicts: [{ with: "k8s:required" }, { with: "k8s:optional" }],
    targets: member,
    description: "The member must not be set.",
    example: "+k8s:forbidden",
  },
  {
    name: "k8s:dependentRequired",
    since: "Kubernetes 1.37",
    targets: member,
    parentheses: { required: true, names: [], shape: '"sibling"' },
    repeatable: true,
    description: "When the member is set, the sibling must be set.",
    example: '+k8s:dependentRequired("secretName")',
  },
  {
    name: "k8s:dependentForbidden",
    since: "Kubernetes 1.37",
    targets: member,
    parentheses: { required: true, names: [], shape: '"sibling"' },
    repeatable: true,
    description: "When the member is set, the sibling must not be set.",
    example: '+k8s:dependentForbidden("secretName")',
  },
];

const values: readonly TagEntryInput[] = [
  {
    name: "k8s:format",
    since: "Kubernetes 1.35",
    readBy: ["validation-gen", ...schemas],
    targets: anywhere,
    value: { kind: "string" },
    description: "A named format: k8s-short-name, k8s-long-name, k8s-uuid ...",
    example: "+k8s:format=k8s-short-name",
  },
  {
    name: "k8s:enum",
    since: "Kubernetes 1.34",
    readBy: ["validation-gen", "crd-gen"],
    aliases: ["enum"],
    targets: anywhere,
    description:
      "The values are those of the union of string literals that the type is; in definitions they are sorted, as by controller-gen.",
    example: "+k8s:enum",
  },
  {
    name: "k8s:enumExclude",
    since: "Kubernetes 1.35",
    refused: "leave the literal out of the union",
    targets: anywhere,
    description: "Takes a constant out of the enum.",
    example: "+k8s:enumExclude",
  },
  {
    name: "k8s:neq",
    since: "Kubernetes 1.34",
    readBy: ["validation-gen", "zod-gen"],
    targets: anywhere,
    value: { kind: "any" },
    repeatable: true,
    description: "The value must be another one.",
    example: '+k8s:neq="none"',
  },
  {
    name: "k8s:immutable",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen", "crd-gen", "openapi-gen"],
    targets: anywhere,
    description: "Once set, the value never changes.",
    example: "+k8s:immutable",
  },
  {
    name: "k8s:update",
    since: "Kubernetes 1.35",
    targets: member,
    value: { kind: "word", oneOf: ["NoSet", "NoUnset", "NoModify", "NoAddItem", "NoRemoveItem"] },
    repeatable: true,
    description: "A change that updates must not make.",
    example: "+k8s:update=NoUnset",
  },
  {
    name: "k8s:monotonic",
    since: "Kubernetes 1.37",
    targets: anywhere,
    description: "The integer never decreases.",
    example: "+k8s:monotonic",
  },
  {
    name: "k8s:customValidation",
    since: "Kubernetes 1.37",
    readBy: ["validation-gen"],
    targets: anywhere,
    description:
      "A hand-written function, validateCustom_X or validateCustom_X_member, validates the value.",
    example: "+k8s:customValidation",
  },
  {
    name: "k8s:opaqueType",
    since: "Kubernetes 1.33",
    targets: anywhere,
    description: "Validation does not look into the value.",
    example: "+k8s:opaqueType",
  },
];

const lists: readonly TagEntryInput[] = [
  {
    name: "k8s:listType",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen", ...schemas],
    aliases: ["listType"],
    targets: anywhere,
    value: { kind: "word", oneOf: ["atomic", "set", "map"] },
    description: "How the list is merged, and which items are equal.",
    example: "+k8s:listType=map",
  },
  {
    name: "k8s:listMapKey",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen", ...schemas],
    aliases: ["listMapKey"],
    targets: anywhere,
    value: { kind: "string" },
    repeatable: true,
    description: "Member that identifies the items of a list of type map.",
    example: "+k8s:listMapKey=name",
  },
  {
    name: "k8s:unique",
    conflicts: [{ with: "k8s:listType", when: "the list is not atomic" }],
    since: "Kubernetes 1.35",
    readBy: ["validation-gen", "zod-gen"],
    targets: anywhere,
    value: { kind: "word", oneOf: ["set", "map"] },
    description: "Items of an atomic list are unique.",
    example: "+k8s:unique=set",
  },
  {
    name: "k8s:customUnique",
    since: "Kubernetes 1.35",
    targets: anywhere,
    description: "No generated test for unique items.",
    example: "+k8s:customUnique",
  },
  {
    name: "k8s:item",
    since: "Kubernetes 1.34",
    readBy: ["validation-gen"],
    targets: anywhere,
    value: { kind: "tag" },
    parentheses: { required: true, names: "any", shape: 'key: "value"' },
    repeatable: true,
    description: "Validates the one item with these keys.",
    example: '+k8s:item(type: "Ready")=+k8s:immutable',
  },
  {
    name: "k8s:eachVal",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen", ...schemas],
    targets: anywhere,
    value: { kind: "tag" },
    repeatable: true,
    description: "Validates every item of a list or value of a map.",
    example: "+k8s:eachVal=+k8s:minLength=1",
  },
  {
    name: "k8s:eachKey",
    since: "Kubernetes 1.33",
    readBy: ["validation-gen", "zod-gen"],
    targets: anywhere,
    value: { kind: "tag" },
    repeatable: true,
    description: "Validates every key of a map.",
    example: "+k8s:eachKey=+k8s:minLength=1",
  },
  {
    name: "k8s:subfield",
    since: "Kubernetes 1.33",
    targets: anywhere,
    value: { kind: "tag" },
    parentheses: { required: true, names: [], shape: "member" },
    repeatable: true,
    description: "Validates a member of a type that cannot be tagged itself.",
    example: "+k8s:subfield(name)=+k8s:required",
  },
];

const unions: readonly TagEntryInput[] = [
  {
    name: "k8s:unionMember",
    since: "Kubernetes 1.34",
    targets: member,
    parentheses: unionShape,
    repeatable: true,
    description: "Exactly one of these members is set.",
    example: '+k8s:unionMember(union: "source")',
  },
  {
    name: "k8s:unionDiscriminator",
    since: "Kubernetes 1.34",
    targets: member,
    parentheses: { required: false, names: ["union"], shape: 'union: "name"' },
    description: "The member names the one that is set.",
    example: "+k8s:unionDiscriminator",
  },
  {
    name: "k8s:zeroOrOneOfMember",
    since: "Kubernetes 1.34",
    targets: member,
    parentheses: { required: false, names: ["union"], shape: 'union: "name"' },
    repeatable: true,
    description: "At most one of these members is set.",
    example: "+k8s:zeroOrOneOfMember",
  },
  {
    name: "k8s:modeDiscriminator",
    since: "Kubernetes 1.37",
    readBy: ["validation-gen"],
    targets: member,
    parentheses: { required: false, names: ["modality"], shape: 'modality: "name"' },
    description: "The member selects the rules of +k8s:ifMode.",
    example: "+k8s:modeDiscriminator",
  },
  {
    name: "k8s:ifMode",
    since: "Kubernetes 1.37",
    readBy: ["validation-gen"],
    targets: member,
    value: { kind: "tag" },
    parentheses: { required: true, names: ["modality", "mode"], unnamed: true, shape: '"mode"' },
    repeatable: true,
    description:
      "A rule for one value of the mode discriminator; for values without rules the member is forbidden.",
    example: '+k8s:ifMode("Cluster")=+k8s:required',
  },
];

const gateRows: readonly (readonly [...Row, shape: string])[] = [
  ["ifEnabled", "Kubernetes 1.35", "A rule while an option is on.", "(Feature)"],
  ["ifDisabled", "Kubernetes 1.35", "A rule while an option is off.", "(Feature)"],
  [
    "alpha",
    "Kubernetes 1.36",
    "A rule that is not enforced: 'onAlpha' is told what it finds.",
    '(since: "1.36")',
  ],
  [
    "beta",
    "Kubernetes 1.36",
    "A rule whose errors are marked as those of a beta one.",
    '(since: "1.36")',
  ],
];

const gates: readonly TagEntryInput[] = gateRows.map(([name, since, description, shape]) => ({
  name: `k8s:${name}`,
  since,
  readBy: ["validation-gen"],
  targets: anywhere,
  value: { kind: "tag" },
  parentheses: {
    required: name.startsWith("if"),
    names: shape.startsWith("(since:") ? ["since"] : [],
    shape: shape.slice(1, -1),
  },
  repeatable: true,
  description,
  example: `+k8s:${name}${shape}=+k8s:required`,
}));

const testRows: readonly (readonly [name: string, since: TagSince])[] = [
  ["validateTrue", "Kubernetes 1.33"],
  ["validateFalse", "Kubernetes 1.33"],
  ["validateError", "Kubernetes 1.33"],
  ["validateTrueAlpha", "Kubernetes 1.36"],
  ["validateTrueBeta", "Kubernetes 1.36"],
];

const tests: readonly TagEntryInput[] = testRows.map(([name, since]) => ({
  name: `k8s:${name}`,
  since,
  targets: anywhere,
  refused: "write '+k8s:customValidation' and the function that it names",
  value: { kind: "text", empty: true, bare: true },
  parentheses: { required: false, names: ["flags"], shape: 'flags: "name"' },
  repeatable: true,
  description: "A fixed result, for tests of validation-gen.",
  example: `+k8s:${name}="reason"`,
}));

/** Tags of validation-gen, the declarative validation of Kubernetes' own types. */
export const validationGenTags = entriesOf({ tool: "validation-gen", readBy: ["validation-gen"] }, [
  ...control,
  ...presence,
  ...sizes,
  ...values,
  ...lists,
  ...unions,
  ...gates,
  ...tests,
]);
