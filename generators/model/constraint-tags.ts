import { celName } from "./cel-name.js";
import type { ConstraintValues, ValidationRule } from "./constraints.js";
import type { MarkerValue, Tag } from "./source.js";
import { type ArgumentType, scanValue } from "./tags/index.js";

/** How the value of a tag is read, and what it says. */
interface Reader {
  readonly type: ArgumentType;
  readonly values: (value: MarkerValue) => ConstraintValues | undefined;
}

/** Keys of which the tag has the name, and whose value is a number. */
const numbers = [
  "maximum",
  "minimum",
  "multipleOf",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "maxProperties",
  "minProperties",
] as const;

const booleans = ["exclusiveMaximum", "exclusiveMinimum", "uniqueItems"] as const;
const strings = ["pattern", "format", "type"] as const;

const number = (key: (typeof numbers)[number]): Reader => ({
  type: "number",
  values: (value) => (typeof value === "number" ? { [key]: value } : undefined),
});
const boolean = (key: (typeof booleans)[number]): Reader => ({
  type: "boolean",
  values: (value) => (typeof value === "boolean" ? { [key]: value } : undefined),
});
const string = (key: keyof ConstraintValues): Reader => ({
  type: "string",
  values: (value) => (typeof value === "string" ? { [key]: value } : undefined),
});

const listMapKey: Reader = {
  type: "string",
  values: (value) =>
    typeof value === "string" ? { "x-kubernetes-list-map-keys": [value] } : undefined,
};

const enumeration: Reader = {
  type: "list",
  values: (value) => (Array.isArray(value) ? { enum: value } : undefined),
};

/** Rules about which members are set, in the words of controller-gen 0.23. */
const oneOf = (input: {
  readonly rule: (members: readonly string[]) => string;
  readonly message: (members: string) => string;
}): Reader => ({
  type: "list",
  values: (value) => {
    const members = Array.isArray(value) ? value.map(String) : [];
    const message = input.message(`[${members.join(" ")}]`);
    return members.length === 0 ? undefined : ruleValues({ rule: input.rule(members), message });
  },
});

const has = (member: string): string => `has(self.${celName(member)})`;
const count = (members: readonly string[]): string =>
  members.map((member) => `(${has(member)}?1:0)`).join("+");

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...numbers.map((key) => [markerName(key), number(key)] as const),
  ...booleans.map((key) => [markerName(key), boolean(key)] as const),
  ...strings.map((key) => [markerName(key), string(key)] as const),
  // Those of validation-gen, which has no fractions and nothing exclusive.
  ...numbers
    .filter((key) => key !== "multipleOf")
    .map((key) => [`k8s:${key}`, number(key)] as const),
  ["k8s:format", string("format")],
  ["kubebuilder:validation:Enum", enumeration],
  [
    "kubebuilder:validation:AtMostOneOf",
    oneOf({
      rule: (members) => `${count(members)} <= 1`,
      message: (members) => `at most one of the fields in ${members} may be set`,
    }),
  ],
  [
    "kubebuilder:validation:ExactlyOneOf",
    oneOf({
      rule: (members) => `${count(members)} == 1`,
      message: (members) => `exactly one of the fields in ${members} must be set`,
    }),
  ],
  [
    "kubebuilder:validation:AtLeastOneOf",
    oneOf({
      rule: (members) => members.map(has).join("||"),
      message: (members) => `at least one of the fields in ${members} must be set`,
    }),
  ],
  ["kubebuilder:title", string("title")],
  ["kubebuilder:example", { type: "any", values: (value) => ({ example: value }) }],
  ["listType", string("x-kubernetes-list-type")],
  ["k8s:listType", string("x-kubernetes-list-type")],
  ["listMapKey", listMapKey],
  ["k8s:listMapKey", listMapKey],
  ["mapType", string("x-kubernetes-map-type")],
  ["structType", string("x-kubernetes-map-type")],
]);

/** `maxLength`: `kubebuilder:validation:MaxLength`. */
function markerName(key: string): string {
  return `kubebuilder:validation:${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

/** Tags that say all they say by being there. */
const switches: ReadonlyMap<string, ConstraintValues> = new Map<string, ConstraintValues>([
  ["nullable", { nullable: true }],
  ["kubebuilder:pruning:PreserveUnknownFields", { "x-kubernetes-preserve-unknown-fields": true }],
  [
    "kubebuilder:validation:XPreserveUnknownFields",
    { "x-kubernetes-preserve-unknown-fields": true },
  ],
  ["kubebuilder:validation:EmbeddedResource", { "x-kubernetes-embedded-resource": true }],
  ["kubebuilder:validation:XEmbeddedResource", { "x-kubernetes-embedded-resource": true }],
  ["kubebuilder:validation:XIntOrString", { "x-kubernetes-int-or-string": true }],
  ["k8s:immutable", ruleValues({ rule: "self == oldSelf", message: "field is immutable" })],
]);

function ruleValues(rule: ValidationRule): ConstraintValues {
  return { "x-kubernetes-validations": [rule] };
}

/** What a tag says whose name has no `items:` in it; undefined for one that constrains nothing, or cannot be read. */
export function constraintOfTag(tag: Tag): ConstraintValues | undefined {
  const known = switches.get(tag.name);
  if (known !== undefined) return known;
  if (tag.name === "kubebuilder:validation:XValidation") return ruleOf(tag);
  if (tag.name === "kubebuilder:externalDocs") return externalDocsOf(tag);
  const reader = readers.get(tag.name);
  if (reader === undefined || tag.value === undefined) return undefined;
  const scanned = scanValue({ text: tag.value, at: 0 }, reader.type);
  return scanned.ok ? reader.values(scanned.value) : undefined;
}

function ruleOf({ arguments: given = {} }: Tag): ConstraintValues | undefined {
  const { rule, message, messageExpression, reason, fieldPath, optionalOldSelf } = given;
  if (typeof rule !== "string") return undefined;
  return ruleValues({
    rule,
    ...(isText(message) && { message }),
    ...(isText(messageExpression) && { messageExpression }),
    ...(isText(reason) && { reason }),
    ...(isText(fieldPath) && { fieldPath }),
    ...(typeof optionalOldSelf === "boolean" && { optionalOldSelf }),
  });
}

function externalDocsOf({ arguments: given = {} }: Tag): ConstraintValues | undefined {
  const { url, description } = given;
  if (typeof url !== "string") return undefined;
  return { externalDocs: { url, ...(isText(description) && { description }) } };
}

function isText(value: MarkerValue | undefined): value is string {
  return typeof value === "string" && value !== "";
}
