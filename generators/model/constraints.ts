import { constraintOfTag } from "./constraint-tags.js";
import type { Tag } from "./source.js";
import { splitTag } from "./tags/index.js";
import type { JsonValue } from "./types.js";

/**
 * From a value to what is in it: the items of a list, the values of a map, and for `+k8s:eachVal` either of them,
 * whichever the value has.
 */
export type ConstraintStep = "items" | "additionalProperties" | "each";

/** A rule in CEL, as `x-kubernetes-validations` lists them. */
export type ValidationRule = {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
};

/** What tags say of a value, by the keys of JSONSchemaProps. Requiredness and defaults are the member's. */
export interface ConstraintValues {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  readonly example?: JsonValue;
  readonly nullable?: true;
  readonly enum?: readonly JsonValue[];
  readonly maximum?: number;
  readonly exclusiveMaximum?: boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly multipleOf?: number;
  /** In characters, as the server counts them: code points. */
  readonly maxLength?: number;
  readonly minLength?: number;
  /** A regular expression of RE2. */
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly maxProperties?: number;
  readonly minProperties?: number;
  readonly "x-kubernetes-embedded-resource"?: true;
  readonly "x-kubernetes-int-or-string"?: true;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-list-type"?: string;
  readonly "x-kubernetes-map-type"?: string;
  readonly "x-kubernetes-preserve-unknown-fields"?: true;
  readonly "x-kubernetes-validations"?: readonly ValidationRule[];
}

/** What one tag adds. */
export interface Constraint {
  /** The one key that it sets, and for rules and list map keys the one element that it adds. */
  readonly values: ConstraintValues;
  /** From the value that the tag stands at; empty for that value itself. */
  readonly path: readonly ConstraintStep[];
  readonly tag: Tag;
}

/** Applied first, for what others ask of the type, and last, behind rules of one's own. */
const priorities: ReadonlyMap<string, number> = new Map([
  ["type", -1],
  ["x-kubernetes-int-or-string", -1],
  ["x-kubernetes-list-type", -1],
  ["kubebuilder:validation:AtMostOneOf", 1],
  ["kubebuilder:validation:ExactlyOneOf", 2],
  ["kubebuilder:validation:AtLeastOneOf", 3],
]);

function priorityOf({ tag, values }: Constraint): number {
  const [key = ""] = Object.keys(values);
  return priorities.get(tag.name) ?? priorities.get(key) ?? 0;
}

/**
 * What the tags of a type or member say of its values, and of what is in them, in controller-gen's order: those of the value
 * itself first, then those of what is in it. The tags are `+kubebuilder:...`, `+listType` and its like, `+nullable`, and
 * validation-gen's `+k8s:...` where a schema can say the same. That values fit the type is for the caller to see.
 */
export function constraintsOf(tags: readonly Tag[]): readonly Constraint[] {
  const constraints = withoutUniqueKeys(tags).flatMap((tag) => constraintsOfTag(tag));
  if (constraints.length < 2) return constraints;
  return constraints.toSorted(
    (a, b) =>
      Math.min(a.path.length, 1) - Math.min(b.path.length, 1) || priorityOf(a) - priorityOf(b),
  );
}

/** Keys by which the items of an atomic list are unique, `+k8s:unique=map`, are no keys to merge it by. */
function withoutUniqueKeys(tags: readonly Tag[]): readonly Tag[] {
  const isUnique = tags.some(({ name, value }) => name === "k8s:unique" && value === "map");
  const isMap = tags.some(({ name, value }) => name.endsWith("listType") && value === "map");
  return isUnique && !isMap ? tags.filter(({ name }) => name !== "k8s:listMapKey") : tags;
}

function constraintsOfTag(tag: Tag): readonly Constraint[] {
  if (tag.name === "k8s:eachVal") {
    const inner = splitTag(tag.value?.slice(1) ?? "");
    return constraintsOfTag({
      name: inner.name,
      value: inner.value?.text,
      span: tag.span,
    }).map(({ values, path }) => ({ values, path: ["each", ...path], tag }));
  }
  const { name, path } = withoutPath(tag.name);
  const values = constraintOfTag({ ...tag, name });
  return values === undefined ? [] : [{ values, path, tag }];
}

const pathPrefix = /^(kubebuilder:validation:|crd-project:)((?:(?:items|additionalProperties):)+)/;

/** Takes `items:` and `additionalProperties:` out of a name: they say where below the value its tag applies. */
export function withoutPath(name: string): {
  readonly name: string;
  readonly path: readonly ("items" | "additionalProperties")[];
} {
  const found = pathPrefix.exec(name);
  if (found === null) return { name, path: [] };
  const [whole, prefix = "", steps = ""] = found;
  return {
    name: `${prefix}${name.slice(whole.length)}`,
    path: steps
      .split(":")
      .slice(0, -1)
      .map((step) => (step === "items" ? step : "additionalProperties")),
  };
}

/**
 * The constraints of one place together: a later one takes the place of an earlier one of its key; rules are collected, and
 * so are list map keys, each once.
 */
export function mergeConstraints(constraints: readonly Constraint[]): ConstraintValues {
  const all = constraints.map(({ values }) => values);
  const keys = all.flatMap((values) => values["x-kubernetes-list-map-keys"] ?? []);
  const rules = all.flatMap((values) => values["x-kubernetes-validations"] ?? []);
  return {
    ...Object.assign({}, ...all),
    ...(keys.length > 0 && { "x-kubernetes-list-map-keys": [...new Set(keys)] }),
    ...(rules.length > 0 && { "x-kubernetes-validations": rules }),
  };
}
