import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type Constraint,
  type ConstraintValues,
  type JsonValue,
  scanValue,
  type Tag,
  type TypeExpression,
  writtenTag,
} from "../model/index.js";
import { type JSONSchemaProps, sameSchema } from "./schema.js";

type Kind = "numbers" | "strings" | "lists" | "objects";

/** What keys are about; those of no kind are for any value. */
const kinds: Readonly<Partial<Record<keyof ConstraintValues, Kind>>> = {
  maximum: "numbers",
  minimum: "numbers",
  exclusiveMaximum: "numbers",
  exclusiveMinimum: "numbers",
  multipleOf: "numbers",
  maxLength: "strings",
  minLength: "strings",
  pattern: "strings",
  maxItems: "lists",
  minItems: "lists",
  uniqueItems: "lists",
  maxProperties: "objects",
  minProperties: "objects",
};

/** Why a tag cannot say of a value what it says; undefined where it can. */
export function markerProblem(input: {
  readonly constraint: Constraint;
  readonly schema: JSONSchemaProps;
  /** What is written there; undefined where that is unknown. */
  readonly expression: TypeExpression | undefined;
  /** All of the place. */
  readonly constraints: readonly Constraint[];
}): Diagnostic | undefined {
  const { constraint, schema, constraints } = input;
  const { tag, values } = constraint;
  const problem = kindProblem({ values, schema }) ?? numberProblem({ values, schema });
  if (problem !== undefined) return wrong({ tag, problem });
  return (
    contradiction({ constraint, constraints }) ??
    titleProblem({ tag, values }) ??
    enumProblem({ tag, values, schema }) ??
    unionProblem({ tag, values, expression: input.expression })
  );
}

/** controller-gen takes any value for a title, and refuses those that are no text. */
function titleProblem(input: {
  readonly tag: Tag;
  readonly values: ConstraintValues;
}): Diagnostic | undefined {
  const { tag, values } = input;
  if (values.title === undefined || tag.value === undefined) return undefined;
  const scanned = scanValue({ text: tag.value, at: 0 }, "any");
  if (scanned.ok && typeof scanned.value === "string") return undefined;
  return wrong({ tag, problem: "it is no text", hint: `write '${JSON.stringify(tag.value)}'` });
}

/** An enum beside a union that is written there: what it allows, the type has to know. */
function unionProblem(input: {
  readonly tag: Tag;
  readonly values: ConstraintValues;
  readonly expression: TypeExpression | undefined;
}): Diagnostic | undefined {
  const { tag, values } = input;
  const union = input.expression?.kind === "nullable" ? input.expression.type : input.expression;
  if (union?.kind !== "enum") return undefined;
  const literals: readonly JsonValue[] = union.values;
  const foreign = values.enum?.find((value) => !literals.includes(value));
  if (foreign === undefined) return undefined;
  const text = JSON.stringify(foreign);
  return wrong({
    tag,
    problem: `${text} is no value of the type`,
    hint: `add ${text} to the union`,
  });
}

function kindProblem(input: {
  readonly values: ConstraintValues;
  readonly schema: JSONSchemaProps;
}): string | undefined {
  const { values, schema } = input;
  const wanted = (Object.keys(values) as (keyof ConstraintValues)[])
    .map((key) => kinds[key])
    .find((kind) => kind !== undefined);
  if (wanted === undefined || isKind({ schema, wanted })) return undefined;
  const found = schema.type === undefined ? "no type" : `type ${schema.type}`;
  return `it is for ${wanted}, and the schema has ${found}`;
}

function isKind(input: { readonly schema: JSONSchemaProps; readonly wanted: Kind }): boolean {
  const { type, "x-kubernetes-int-or-string": intOrString } = input.schema;
  switch (input.wanted) {
    case "numbers":
      return type === "integer" || type === "number" || intOrString === true;
    case "strings":
      return type === "string" || intOrString === true;
    case "lists":
      return type === "array";
    case "objects":
      return type === "object";
  }
}

function numberProblem(input: {
  readonly values: ConstraintValues;
  readonly schema: JSONSchemaProps;
}): string | undefined {
  const { values, schema } = input;
  const { maximum, minimum, multipleOf } = values;
  const number = maximum ?? minimum ?? multipleOf;
  if (number !== undefined && schema.type === "integer" && !Number.isInteger(number)) {
    return `${number} is no integer, as the values are`;
  }
  if (multipleOf !== undefined && multipleOf <= 0) return "it is greater than 0";
  const sizes = ["maxLength", "minLength", "maxItems", "minItems"] as const;
  const size = [...sizes, "maxProperties" as const, "minProperties" as const]
    .map((key) => values[key])
    .find((one) => one !== undefined);
  return size !== undefined && size < 0 ? "it is not negative" : undefined;
}

/** Another tag that says something else of the same key, such as `+k8s:maximum` beside `+kubebuilder:validation:Maximum`. */
function contradiction(input: {
  readonly constraint: Constraint;
  readonly constraints: readonly Constraint[];
}): Diagnostic | undefined {
  const { constraint, constraints } = input;
  const [key = ""] = Object.keys(constraint.values);
  if (key === "x-kubernetes-validations") return undefined;
  const first = constraints.find(({ values }) => Object.hasOwn(values, key));
  if (first === undefined || first === constraint) return undefined;
  if (sameSchema(first.values, constraint.values)) return undefined;
  const hint = `'${writtenTag(first.tag)}' in line ${first.tag.span.line} says something else`;
  return wrong({ tag: constraint.tag, problem: "it contradicts another tag", hint });
}

function enumProblem(input: {
  readonly tag: Tag;
  readonly values: ConstraintValues;
  readonly schema: JSONSchemaProps;
}): Diagnostic | undefined {
  const { tag, values, schema } = input;
  if (values.enum?.length === 0) return wrong({ tag, problem: "it allows no value" });
  const foreign = values.enum?.find((value) => !isOfType({ value, schema }));
  if (foreign === undefined) return undefined;
  const text = JSON.stringify(foreign);
  const hint =
    schema.type === "string" && typeof foreign !== "object"
      ? `write '"${String(foreign)}"'`
      : undefined;
  const problem = `${text} is no ${schema["x-kubernetes-int-or-string"] === true ? "integer or string" : (schema.type ?? "value")}`;
  return wrong({ tag, problem, hint });
}

function isOfType(input: { readonly value: JsonValue; readonly schema: JSONSchemaProps }): boolean {
  const { value, schema } = input;
  if (schema["x-kubernetes-int-or-string"] === true) {
    return typeof value === "string" || Number.isInteger(value);
  }
  switch (schema.type) {
    case "string":
    case "boolean":
    case "number":
      return typeof value === schema.type;
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && !Array.isArray(value);
    default:
      return true;
  }
}

/** An enum of a place whose type has one, which counts. */
export function unusedEnum(input: {
  readonly constraint: Constraint;
  readonly schema: JSONSchemaProps;
}): Diagnostic | undefined {
  const { tag, values } = input.constraint;
  const { enum: counts } = input.schema;
  if (values.enum === undefined || counts === undefined || sameSchema(values.enum, counts)) {
    return undefined;
  }
  const parameters = { tag: writtenTag(tag), problem: "the type has an enum, which counts" };
  return diagnostic("crd/marker-unused", parameters, { span: tag.span });
}

/** Bounds between which no value is. */
export function boundProblem(constraints: readonly Constraint[]): Diagnostic | undefined {
  for (const [least, most] of [
    ["minimum", "maximum"],
    ["minLength", "maxLength"],
    ["minItems", "maxItems"],
    ["minProperties", "maxProperties"],
  ] as const) {
    const low = constraints.find(({ values }) => values[least] !== undefined);
    const high = constraints.find(({ values }) => values[most] !== undefined);
    if (low === undefined || high === undefined) continue;
    if (Number(low.values[least]) <= Number(high.values[most])) continue;
    const hint = `'${writtenTag(low.tag)}' in line ${low.tag.span.line} is more`;
    return wrong({ tag: high.tag, problem: "no value is within the bounds", hint });
  }
  return undefined;
}

function wrong(input: {
  readonly tag: Tag;
  readonly problem: string;
  readonly hint?: string | undefined;
}): Diagnostic {
  const { tag, problem, hint } = input;
  return diagnostic("crd/marker", { tag: writtenTag(tag), problem }, { span: tag.span, hint });
}
