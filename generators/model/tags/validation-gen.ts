import { entriesOf, type TagEntryInput, type TagTarget } from "./entry.js";

const anywhere: readonly TagTarget[] = ["type", "member"];
const member: readonly TagTarget[] = ["member"];
const unionShape = {
  required: false,
  shape: 'union: "name", memberName: "member"',
} as const;

const sizes: readonly TagEntryInput[] = [
  ["minLength", "Fewest characters of a string."],
  ["maxLength", "Most characters of a string."],
  ["maxBytes", "Most bytes of a string in UTF-8."],
  ["minimum", "Smallest integer."],
  ["maximum", "Largest integer."],
  ["minItems", "Fewest items of a list."],
  ["maxItems", "Most items of a list."],
  ["minProperties", "Fewest entries of a map."],
  ["maxProperties", "Most entries of a map."],
].map(([name = "", description = ""]) => ({
  name: `k8s:${name}`,
  targets: anywhere,
  value: { kind: "integer" },
  description,
  example: `+k8s:${name}=3`,
}));

const control: readonly TagEntryInput[] = [
  {
    name: "k8s:validation-gen",
    targets: ["package", "type"],
    value: { kind: "validation" },
    repeatable: true,
    description: "Which types get a generated validation function.",
    example: "+k8s:validation-gen=TypesWithField=TypeMeta",
  },
  {
    name: "k8s:validation-gen-input",
    refused: "put '+k8s:validation-gen=' into the doc.ts of the version that declares the types",
    targets: ["package"],
    value: { kind: "text" },
    description: "The package whose types are validated, when it is another one.",
    example: "+k8s:validation-gen-input=example.com/v1",
  },
  {
    name: "k8s:validation-gen-scheme-registry",
    refused:
      "'addToScheme' registers validations; call the functions themselves where there is no scheme",
    targets: ["package"],
    value: { kind: "text" },
    description: "The scheme type that validations are registered with.",
    example: "+k8s:validation-gen-scheme-registry=nil",
  },
  {
    name: "k8s:validation-gen-nolint",
    refused:
      "what the diagnostics of this tool say can be changed by 'severities' in crd-project.json",
    targets: ["package", "type"],
    description: "Turns off validation-gen's own lint rules.",
    example: "+k8s:validation-gen-nolint",
  },
  {
    name: "k8s:validation-gen-test-fixture",
    refused: "write a test that calls the generated function",
    targets: ["package"],
    value: { kind: "text" },
    description: "Test output of validation-gen.",
    example: "+k8s:validation-gen-test-fixture=validateFalse",
  },
  {
    name: "k8s:validation-gen-test-targets",
    refused: "write a test that calls the generated function",
    targets: ["package"],
    value: { kind: "text", empty: true, bare: true },
    description: "Test output of validation-gen.",
    example: "+k8s:validation-gen-test-targets=all",
  },
  {
    name: "k8s:isSubresource",
    refused: "call the function of the type that the subresource sends",
    value: { kind: "string" },
    description: "The type is what a subresource reads and writes.",
    example: '+k8s:isSubresource="/scale"',
  },
  {
    name: "k8s:supportsSubresource",
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
    targets: member,
    description: "The member must be set.",
    example: "+k8s:required",
  },
  {
    name: "k8s:optional",
    targets: member,
    description: "The member can be left out.",
    example: "+k8s:optional",
  },
  {
    name: "k8s:forbidden",
    targets: member,
    description: "The member must not be set.",
    example: "+k8s:forbidden",
  },
  {
    name: "k8s:dependentRequired",
    targets: member,
    parentheses: { required: true, shape: '"sibling"' },
    repeatable: true,
    description: "When the member is set, the sibling must be set.",
    example: '+k8s:dependentRequired("secretName")',
  },
  {
    name: "k8s:dependentForbidden",
    targets: member,
    parentheses: { required: true, shape: '"sibling"' },
    repeatable: true,
    description: "When the member is set, the sibling must not be set.",
    example: '+k8s:dependentForbidden("secretName")',
  },
];

const values: readonly TagEntryInput[] = [
  {
    name: "k8s:format",
    targets: anywhere,
    value: { kind: "string" },
    description: "A named format: k8s-short-name, k8s-long-name, k8s-uuid ...",
    example: "+k8s:format=k8s-short-name",
  },
  {
    name: "k8s:enum",
    targets: anywhere,
    description: "The values are those of the union of string literals that the type is.",
    example: "+k8s:enum",
  },
  {
    name: "k8s:enumExclude",
    refused: "leave the literal out of the union",
    targets: anywhere,
    description: "Takes a constant out of the enum.",
    example: "+k8s:enumExclude",
  },
  {
    name: "k8s:neq",
    targets: anywhere,
    value: { kind: "any" },
    repeatable: true,
    description: "The value must be another one.",
    example: '+k8s:neq="none"',
  },
  {
    name: "k8s:immutable",
    targets: anywhere,
    description: "Once set, the value never changes.",
    example: "+k8s:immutable",
  },
  {
    name: "k8s:update",
    targets: member,
    value: { kind: "word", oneOf: ["NoSet", "NoUnset", "NoModify", "NoAddItem", "NoRemoveItem"] },
    repeatable: true,
    description: "A change that updates must not make.",
    example: "+k8s:update=NoUnset",
  },
  {
    name: "k8s:monotonic",
    targets: anywhere,
    description: "The integer never decreases.",
    example: "+k8s:monotonic",
  },
  {
    name: "k8s:customValidation",
    targets: anywhere,
    description:
      "A hand-written function, validateCustom_X or validateCustom_X_member, validates the value.",
    example: "+k8s:customValidation",
  },
  {
    name: "k8s:opaqueType",
    targets: anywhere,
    description: "Validation does not look into the value.",
    example: "+k8s:opaqueType",
  },
];

const lists: readonly TagEntryInput[] = [
  {
    name: "k8s:listType",
    targets: anywhere,
    value: { kind: "word", oneOf: ["atomic", "set", "map"] },
    description: "How the list is merged, and which items are equal.",
    example: "+k8s:listType=map",
  },
  {
    name: "k8s:listMapKey",
    targets: anywhere,
    value: { kind: "string" },
    repeatable: true,
    description: "Member that identifies the items of a list of type map.",
    example: "+k8s:listMapKey=name",
  },
  {
    name: "k8s:unique",
    targets: anywhere,
    value: { kind: "word", oneOf: ["set", "map"] },
    description: "Items of an atomic list are unique.",
    example: "+k8s:unique=set",
  },
  {
    name: "k8s:customUnique",
    targets: anywhere,
    description: "No generated test for unique items.",
    example: "+k8s:customUnique",
  },
  {
    name: "k8s:item",
    targets: anywhere,
    value: { kind: "tag" },
    parentheses: { required: true, shape: 'key: "value"' },
    repeatable: true,
    description: "Validates the one item with these keys.",
    example: '+k8s:item(type: "Ready")=+k8s:immutable',
  },
  {
    name: "k8s:eachVal",
    targets: anywhere,
    value: { kind: "tag" },
    repeatable: true,
    description: "Validates every item of a list or value of a map.",
    example: "+k8s:eachVal=+k8s:minLength=1",
  },
  {
    name: "k8s:eachKey",
    targets: anywhere,
    value: { kind: "tag" },
    repeatable: true,
    description: "Validates every key of a map.",
    example: "+k8s:eachKey=+k8s:minLength=1",
  },
  {
    name: "k8s:subfield",
    targets: anywhere,
    value: { kind: "tag" },
    parentheses: { required: true, shape: "member" },
    repeatable: true,
    description: "Validates a member of a type that cannot be tagged itself.",
    example: "+k8s:subfield(name)=+k8s:required",
  },
];

const unions: readonly TagEntryInput[] = [
  {
    name: "k8s:unionMember",
    targets: member,
    parentheses: unionShape,
    repeatable: true,
    description: "Exactly one of these members is set.",
    example: '+k8s:unionMember(union: "source")',
  },
  {
    name: "k8s:unionDiscriminator",
    targets: member,
    parentheses: { required: false, shape: 'union: "name"' },
    description: "The member names the one that is set.",
    example: "+k8s:unionDiscriminator",
  },
  {
    name: "k8s:zeroOrOneOfMember",
    targets: member,
    parentheses: { required: false, shape: 'union: "name"' },
    repeatable: true,
    description: "At most one of these members is set.",
    example: "+k8s:zeroOrOneOfMember",
  },
  {
    name: "k8s:modeDiscriminator",
    targets: member,
    parentheses: { required: false, shape: 'modality: "name"' },
    description: "The member selects the rules of +k8s:ifMode.",
    example: "+k8s:modeDiscriminator",
  },
  {
    name: "k8s:ifMode",
    targets: member,
    value: { kind: "tag" },
    parentheses: { required: true, shape: '"mode"' },
    repeatable: true,
    description:
      "A rule for one value of the mode discriminator; for values without rules the member is forbidden.",
    example: '+k8s:ifMode("Cluster")=+k8s:required',
  },
];

const gates: readonly TagEntryInput[] = [
  ["ifEnabled", "A rule while an option is on.", "(Feature)"],
  ["ifDisabled", "A rule while an option is off.", "(Feature)"],
  ["alpha", "A rule that is not enforced: 'onAlpha' is told what it finds.", '(since: "1.36")'],
  ["beta", "A rule whose errors are marked as those of a beta one.", '(since: "1.36")'],
].map(([name = "", description = "", shape = ""]) => ({
  name: `k8s:${name}`,
  targets: anywhere,
  value: { kind: "tag" },
  parentheses: { required: name.startsWith("if"), shape: shape.slice(1, -1) },
  repeatable: true,
  description,
  example: `+k8s:${name}${shape}=+k8s:required`,
}));

const tests: readonly TagEntryInput[] = [
  "validateTrue",
  "validateFalse",
  "validateError",
  "validateTrueAlpha",
  "validateTrueBeta",
].map((name) => ({
  name: `k8s:${name}`,
  targets: anywhere,
  refused: "write '+k8s:customValidation' and the function that it names",
  value: { kind: "text", empty: true, bare: true },
  parentheses: { required: false, shape: 'flags: "name"' },
  repeatable: true,
  description: "A fixed result, for tests of validation-gen.",
  example: `+k8s:${name}="reason"`,
}));

/** Tags of validation-gen, the declarative validation of Kubernetes' own types. */
export const validationGenTags = entriesOf({ tool: "validation-gen", implemented: true }, [
  ...control,
  ...presence,
  ...sizes,
  ...values,
  ...lists,
  ...unions,
  ...gates,
  ...tests,
]);
