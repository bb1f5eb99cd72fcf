import {
  type Constraint,
  type ConstraintValues,
  constraintsOf,
  isRequired,
  type JsonValue,
  type Member,
  mergeConstraints,
  scanValue,
  splitTag,
  type Tag,
  type TypeExpression,
} from "../model/index.js";
import { quoted, zodValue } from "../render/index.js";
import type { CheckView } from "./view.js";

/** The constraints of the items of a list, or of the values of a map, as constraints of these. */
export function inside(input: {
  readonly constraints: readonly Constraint[];
  readonly step: "items" | "additionalProperties";
}): readonly Constraint[] {
  const { constraints, step } = input;
  return constraints.flatMap((constraint) => {
    const [first, ...path] = constraint.path;
    return first === step || first === "each" ? [{ ...constraint, path }] : [];
  });
}

/** The constraints of a value itself. */
export function own(constraints: readonly Constraint[]): readonly Constraint[] {
  return constraints.filter(({ path }) => path.length === 0);
}

/** Whether unknown members of a value are kept, `+kubebuilder:pruning:PreserveUnknownFields`. */
export function keepsUnknown(constraints: readonly Constraint[]): boolean {
  return mergeConstraints(own(constraints))["x-kubernetes-preserve-unknown-fields"] === true;
}

/** What constraints ask of a value, and of what is in it. */
export function checksOf(constraints: readonly Constraint[]): readonly CheckView[] {
  const inner = constraints.flatMap((constraint) => {
    const [first, ...path] = constraint.path;
    return first === undefined ? [] : [{ ...constraint, path }];
  });
  const value = valueChecks(mergeConstraints(own(constraints)));
  return inner.length === 0 ? value : [...value, ...nested("each", checksOf(inner))];
}

/** `+k8s:` rules that no JSONSchemaProps knows. */
export function ruleChecks(tags: readonly Tag[]): readonly CheckView[] {
  return tags.flatMap((tag) => {
    const { name, value = "" } = tag;
    switch (name) {
      case "k8s:eachKey": {
        const rule = chained(tag);
        return nested("eachKey", [...checksOf(constraintsOf([rule])), ...ruleChecks([rule])]);
      }
      case "k8s:eachVal":
        return nested("each", ruleChecks([chained(tag)]));
      case "k8s:maxBytes":
        return [call("maxBytes", [String(Number(value))])];
      case "k8s:neq": {
        const scanned = scanValue({ text: value, at: 0 }, "any");
        return scanned.ok ? [call("neq", [json(scanned.value)])] : [];
      }
      case "k8s:unique":
        return value === "set" ? [call("listSet", [])] : uniqueByKeys(tags);
      default:
        return [];
    }
  });
}

/** `+k8s:unique=map`, by the keys that stand beside it. */
function uniqueByKeys(tags: readonly Tag[]): readonly CheckView[] {
  const keys = tags.flatMap(({ name, value = "" }) => {
    const scanned = scanValue({ text: value, at: 0 }, "string");
    return name === "k8s:listMapKey" && scanned.ok ? [quoted(String(scanned.value))] : [];
  });
  return keys.length === 0 ? [] : [call("listMap", keys)];
}

/** What `+k8s:required` asks for besides that the member is there: that it is not empty, unless tags set a least size. */
export function nonEmptyChecks(input: {
  readonly tags: readonly Tag[];
  readonly constraints: readonly Constraint[];
  /** Its aliases followed. */
  readonly type: TypeExpression;
}): readonly CheckView[] {
  const { tags, constraints, type } = input;
  if (!tags.some(({ name }) => name === "k8s:required")) return [];
  const given = mergeConstraints(own(constraints));
  switch (type.kind) {
    case "string":
      return given.minLength === undefined ? [call("minLength", ["1"])] : [];
    case "array":
      return given.minItems === undefined ? [call("minItems", ["1"])] : [];
    case "map":
    case "object":
    case "reference":
      return given.minProperties === undefined ? [call("minProperties", ["1"])] : [];
    default:
      return [];
  }
}

/** Members that tags ask for although their types do not. */
export function requiredCheck(input: {
  readonly members: readonly Member[];
  readonly optionalByDefault: boolean;
}): readonly CheckView[] {
  const { members, optionalByDefault } = input;
  const names = members
    .filter((member) => member.optional && isRequired({ ...member, optionalByDefault }))
    .map(({ name }) => quoted(name));
  return names.length === 0 ? [] : [call("required", names)];
}

/** The rule in `+k8s:eachKey=+k8s:minLength=1`. */
function chained({ value = "", span }: Tag): Tag {
  const inner = splitTag(value.replace(/^\+/, ""));
  return { name: inner.name, value: inner.value?.text, span };
}

function valueChecks(values: ConstraintValues): readonly CheckView[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = values;
  return [
    ...number("minLength", values.minLength),
    ...number("maxLength", values.maxLength),
    ...text("pattern", values.pattern),
    ...text("format", values.format),
    ...number(exclusiveMinimum === true ? "exclusiveMinimum" : "minimum", minimum),
    ...number(exclusiveMaximum === true ? "exclusiveMaximum" : "maximum", maximum),
    ...number("multipleOf", values.multipleOf),
    ...(values.enum === undefined ? [] : [call("oneOf", values.enum.map(json))]),
    ...number("minItems", values.minItems),
    ...number("maxItems", values.maxItems),
    ...listChecks(values),
    ...number("minProperties", values.minProperties),
    ...number("maxProperties", values.maxProperties),
    ...(values["x-kubernetes-embedded-resource"] === true ? [call("embeddedResource", [])] : []),
  ];
}

function listChecks(values: ConstraintValues): readonly CheckView[] {
  const keys = values["x-kubernetes-list-map-keys"] ?? [];
  switch (values["x-kubernetes-list-type"]) {
    case "set":
      return [call("listSet", [])];
    case "map":
      return keys.length === 0 ? [] : [call("listMap", keys.map(quoted))];
    default:
      return values.uniqueItems === true ? [call("listSet", [])] : [];
  }
}

function number(name: string, value: number | undefined): readonly CheckView[] {
  return value === undefined ? [] : [call(name, [String(value)])];
}

function text(name: string, value: string | undefined): readonly CheckView[] {
  return value === undefined ? [] : [call(name, [quoted(value)])];
}

function json(value: JsonValue): string {
  return typeof value === "string" ? quoted(value) : JSON.stringify(value);
}

function nested(name: string, checks: readonly CheckView[]): readonly CheckView[] {
  return checks.length === 0 ? [] : [{ function: zodValue(name), arguments: [], checks }];
}

function call(name: string, args: readonly string[]): CheckView {
  return { function: zodValue(name), arguments: args, checks: [] };
}
