import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type Constraint,
  type ConstraintStep,
  type ConstraintValues,
  constraintsOf,
  mergeConstraints,
  type Tag,
  type TypeExpression,
  writtenTag,
} from "../model/index.js";
import { sortedEnum } from "./enum.js";
import { layered } from "./flatten.js";
import { boundProblem, markerProblem, unusedEnum } from "./marker-problems.js";
import { nonEmpty } from "./non-empty.js";
import {
  type JSONSchemaProps,
  type SchemaType,
  insideOf as schemaInside,
  schemaTypes,
} from "./schema.js";

/** A schema with what its tags say, and what is wrong with them. */
export interface Marked {
  readonly schema: JSONSchemaProps;
  readonly problems: readonly Diagnostic[];
}

/** A value, or part of one, with what tags say of it. */
interface Place {
  readonly schema: JSONSchemaProps;
  /** Its type where it is written out; undefined below a named type, whose schema stays as it is beneath what is said here. */
  readonly expression: TypeExpression | undefined;
  /** With their paths from here. */
  readonly constraints: readonly Constraint[];
  /** Where the value must not be empty. */
  readonly filled?: { readonly isStruct: boolean };
}

const intOrString = "x-kubernetes-int-or-string";

/** Those of topology.ts. */
const elsewhere: ReadonlySet<string> = new Set([
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-map-type",
]);

/**
 * Adds to the schema of a type or member what its tags say. Where the type is written out the schema gets their keys; a
 * named type keeps its own, and what differs holds beside them.
 *
 * Follows applyMarkers and the flattening of controller-gen.
 */
export function withMarkers(input: {
  readonly schema: JSONSchemaProps;
  readonly expression: TypeExpression | undefined;
  readonly tags: readonly Tag[];
  /** Whether the type is a struct of a package in Go, such as Time. */
  readonly isStruct?: boolean;
}): Marked {
  const { expression, tags, isStruct = false } = input;
  if (tags.length === 0) return { schema: input.schema, problems: [] };
  const isSorted = expression?.kind === "enum" && tags.some(({ name }) => name === "k8s:enum");
  const schema = isSorted ? sortedEnum(input.schema) : input.schema;
  const constraints = constraintsOf(tags).filter(({ values }) =>
    Object.keys(values).every((key) => !elsewhere.has(key)),
  );
  const isNonEmpty = tags.some(({ name }) => name === "k8s:required");
  if (constraints.length === 0 && !isNonEmpty) return { schema, problems: [] };
  return mark({ schema, expression, constraints, ...(isNonEmpty && { filled: { isStruct } }) });
}

function here(constraints: readonly Constraint[]): readonly Constraint[] {
  return constraints.filter(({ path }) => path.length === 0);
}

function mark(place: Place): Marked {
  const ofValue = here(place.constraints);
  const own = markValue({ ...place, constraints: ofValue });
  if (ofValue.length === place.constraints.length) return own;
  const items = markInside({ ...place, schema: own.schema }, "items");
  const values = markInside({ ...place, schema: items.schema }, "additionalProperties");
  return {
    schema: values.schema,
    problems: [...own.problems, ...items.problems, ...values.problems],
  };
}

/** What is said of the items of a list or of the values of a map. */
function markInside(place: Place, step: "items" | "additionalProperties"): Marked {
  const { schema } = place;
  const constraints = place.constraints.filter(
    ({ path: [first] }) => stepOf(first, schema) === step,
  );
  if (constraints.length === 0) return { schema, problems: [] };
  const inside = schemaInside({ schema, step });
  if (inside === undefined) {
    return {
      schema,
      problems: constraints.map(({ tag, path: [first] }) => {
        const wanted = first === "items" ? "lists" : first === "each" ? "lists and maps" : "maps";
        return problemOf({ tag, problem: `it is for ${wanted}` });
      }),
    };
  }
  const { schema: marked, problems } = mark({
    schema: inside,
    expression: insideOf(place.expression),
    constraints: constraints.map((one) => ({ ...one, path: one.path.slice(1) })),
  });
  return { schema: { ...schema, [step]: marked }, problems };
}

function stepOf(
  step: ConstraintStep | undefined,
  schema: JSONSchemaProps,
): "items" | "additionalProperties" | undefined {
  if (step !== "each") return step;
  return schema.additionalProperties === undefined ? "items" : "additionalProperties";
}

function insideOf(expression: TypeExpression | undefined): TypeExpression | undefined {
  switch (expression?.kind) {
    case "array":
      return expression.element;
    case "tuple":
      return expression.elements[0];
    case "map":
      return expression.value;
    case "nullable":
      return insideOf(expression.type);
    default:
      return undefined;
  }
}

/** Numbers and bytes, which controller-gen takes for types of the language; other builtins are types of packages there. */
const plainBuiltins: ReadonlySet<string> = new Set([
  "integer",
  "int32",
  "int64",
  "float",
  "double",
  "Bytes",
]);

function isWrittenOut(expression: TypeExpression | undefined): boolean {
  switch (expression?.kind) {
    case undefined:
    case "reference":
      return false;
    case "builtin":
      return plainBuiltins.has(expression.name);
    case "nullable":
      return isWrittenOut(expression.type);
    default:
      return true;
  }
}

function markValue({ schema, expression, constraints, filled }: Place): Marked {
  if (constraints.length === 0 && filled === undefined) return { schema, problems: [] };
  const type = constraints.findLast(({ values }) => values.type !== undefined);
  const typed =
    type === undefined ? { schema, problems: [] } : withType({ schema, expression, type });
  const problems = [...typed.problems];
  // As in controller-gen, this one comes before those that need it.
  const isIntOrString = constraints.some(({ values }) => values[intOrString] === true);
  const target = isIntOrString ? { ...typed.schema, [intOrString]: true } : typed.schema;
  const fitting = constraints.filter((constraint) => {
    if (constraint.values.type !== undefined) return false;
    const found = markerProblem({
      constraint,
      schema: target,
      // Under another type, what is written is not what counts.
      expression: type === undefined ? expression : undefined,
      constraints,
    });
    if (found !== undefined) problems.push(found);
    return found === undefined;
  });
  const isNamed = !isWrittenOut(expression);
  const counted = isNamed ? fitting : [];
  problems.push(...counted.flatMap((constraint) => unusedEnum({ constraint, schema }) ?? []));
  const bounds = boundProblem(fitting);
  if (bounds !== undefined) problems.push(bounds);
  const given = mergeConstraints(constraints);
  const least = filled && nonEmpty({ schema: typed.schema, given, isNamed, ...filled });
  const above = { ...least, ...writable(mergeConstraints(fitting)) };
  return {
    schema: isNamed
      ? layered({ below: typed.schema, above })
      : { ...typed.schema, ...above, ...rulesBehind({ schema: typed.schema, above }) },
    problems,
  };
}

/** The schema under another type: what the place of the type says of its parts goes. */
function withType(input: {
  readonly schema: JSONSchemaProps;
  readonly expression: TypeExpression | undefined;
  readonly type: Constraint;
}): Marked {
  const { schema, expression } = input;
  const { tag, values } = input.type;
  const type = schemaTypes.find((one) => one === values.type);
  if (type === undefined) {
    const hint = `the types are ${schemaTypes.join(", ")}`;
    const problem = `there is no type '${values.type ?? ""}'`;
    return { schema, problems: [problemOf({ tag, problem, hint })] };
  }
  if (schema.type === undefined || schema.type === type) {
    return { schema: { ...schema, type }, problems: [] };
  }
  if (!isWrittenOut(expression)) {
    const problem = `the schema of the type says ${schema.type}`;
    const hint =
      "write '+crd-project:schema:replace=' to have another schema than that of the type";
    return { schema, problems: [problemOf({ tag, problem, hint })] };
  }
  return { schema: retyped(schema, type), problems: [] };
}

function retyped(schema: JSONSchemaProps, type: SchemaType): JSONSchemaProps {
  const { properties: _p, required: _r, additionalProperties: _a, items: _i, ...rest } = schema;
  const { enum: _e, oneOf: _o, ...open } = rest;
  return { ...open, type };
}

/** As controller-gen writes them: a switch that is off is left out, and so is an empty text. */
function writable(values: ConstraintValues): JSONSchemaProps {
  const { type: _, exclusiveMaximum, exclusiveMinimum, uniqueItems, ...texts } = values;
  const { title, pattern, format, ...rest } = texts;
  const {
    "x-kubernetes-list-type": _list,
    "x-kubernetes-map-type": _map,
    "x-kubernetes-list-map-keys": _keys,
    ...keys
  } = rest;
  return {
    ...keys,
    ...(isText(title) && { title }),
    ...(isText(pattern) && { pattern }),
    ...(isText(format) && { format }),
    ...(exclusiveMaximum === true && { exclusiveMaximum }),
    ...(exclusiveMinimum === true && { exclusiveMinimum }),
    ...(uniqueItems === true && { uniqueItems }),
  };
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

/** Rules that a schema has already, such as those of members that never change, come first. */
function rulesBehind(input: {
  readonly schema: JSONSchemaProps;
  readonly above: JSONSchemaProps;
}): JSONSchemaProps {
  const before = input.schema["x-kubernetes-validations"];
  const added = input.above["x-kubernetes-validations"];
  return before === undefined || added === undefined
    ? {}
    : { "x-kubernetes-validations": [...before, ...added] };
}

function problemOf(input: {
  readonly tag: Tag;
  readonly problem: string;
  readonly hint?: string | undefined;
}): Diagnostic {
  const { tag, problem, hint } = input;
  return diagnostic("crd/marker", { tag: writtenTag(tag), problem }, { span: tag.span, hint });
}
