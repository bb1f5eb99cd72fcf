import { type FieldError, invalid } from "../field-error.js";
import { aggregate, formatFieldError } from "../format-field-error.js";
import { structuralsOnTheWay } from "../has-structural.js";
import { copyJson, equalJson, isObject, setMember } from "../json.js";
import { coerceMetadata } from "../metadata/coerce.js";
import { embeddedErrors } from "../metadata/embedded.js";
import { prune } from "../prune.js";
import type { Structural } from "../structural.js";
import { check } from "../value/check.js";
import { nodeOf } from "../value/node.js";
import { Problems } from "../value/problems.js";

/** Checks the rules of a default; for schemas with CEL. `schema` is the schema of the value. */
export type CheckDefault = (input: {
  readonly schema: Structural;
  readonly value: unknown;
  readonly path: string;
}) => readonly FieldError[];

/** The schema of a whole object, and its path. */
export interface DefaultErrorsInput {
  readonly schema: Structural;
  readonly path: string;
  readonly checkRules?: CheckDefault | undefined;
}

interface Place {
  readonly schema: Structural;
  /** Schemas with defaults, on them or below. */
  readonly defaulted: ReadonlySet<Structural>;
  readonly path: string;
  /** The nearest resource around it. */
  readonly resource: Structural;
  /** Whether the schema stands in apiVersion, kind or metadata of a resource. */
  readonly insideMeta: boolean;
  /** Puts a value of the schema into a resource. */
  readonly surround: (value: unknown) => unknown;
  readonly checkRules: CheckDefault | undefined;
}

const metaFields: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

/**
 * Defaults that the schema itself would prune or find invalid.
 *
 * Follows defaulting.ValidateDefaults of apiextensions-apiserver.
 */
export function defaultErrors({
  schema,
  path,
  checkRules,
}: DefaultErrorsInput): readonly FieldError[] {
  const resource = { ...schema, embeddedResource: true };
  return placeErrors({
    schema: resource,
    defaulted: structuralsOnTheWay(schema, (one) => one.default !== undefined),
    path,
    resource,
    insideMeta: false,
    surround: asResource,
    checkRules,
  });
}

function placeErrors(given: Place): readonly FieldError[] {
  const { schema, path } = given;
  const place = schema.embeddedResource
    ? { ...given, resource: schema, insideMeta: false, surround: asResource }
    : given;
  const errors: FieldError[] = [];
  if (schema.default !== undefined) {
    errors.push(...(place.insideMeta ? metaErrors(place) : valueErrors(place)));
  }
  // Below additionalProperties the server looks at no defaults.
  if (schema.items !== undefined && place.defaulted.has(schema.items)) {
    errors.push(
      ...placeErrors({
        ...place,
        schema: schema.items,
        path: `${path}.items`,
        surround: (value) => place.surround([value]),
      }),
    );
  }
  for (const [name, property] of schema.properties) {
    if (!place.defaulted.has(property)) continue;
    const inMeta = schema.embeddedResource && metaFields.has(name);
    errors.push(
      ...placeErrors({
        ...place,
        schema: property,
        path: `${path}.properties[${name}]`,
        insideMeta: place.insideMeta || inMeta,
        surround: (value) => place.surround(withMember(name, value)),
      }),
    );
  }
  return errors;
}

/** What is wrong with a default for metadata shows in a resource that has it. */
function metaErrors({
  schema,
  path,
  resource,
  surround,
  checkRules,
}: Place): readonly FieldError[] {
  const field = `${path}.default`;
  const value = copyJson(schema.default);
  const object = surround(copyJson(value));
  const { error } = coerceMetadata({ object, schema: resource });
  if (error !== undefined) {
    const detail = `must result in valid metadata: ${formatFieldError(error)}`;
    return [invalid({ field, value, detail })];
  }
  const errors = embeddedErrors({ value: object, schema: resource, path: "", root: "resource" });
  if (errors.length > 0) {
    const detail = `must result in valid metadata: ${aggregate(errors)}`;
    return [invalid({ field, value, detail })];
  }
  const found = checkedAs(schema, { value, path: field });
  if (found.length > 0) return found;
  return checkRules?.({ schema, value, path: field }) ?? [];
}

function valueErrors({ schema, path, checkRules }: Place): readonly FieldError[] {
  const field = `${path}.default`;
  const value = copyJson(schema.default);
  const errors: FieldError[] = [];
  const root = schema.embeddedResource ? "resource" : "value";
  const pruned = copyJson(value);
  prune({ object: pruned, schema, root });
  if (!equalJson(pruned, value)) {
    errors.push(invalid({ field, value: copyJson(value), detail: "must not have unknown fields" }));
  }
  const { error } = coerceMetadata({ object: value, schema, root, path: field });
  if (error !== undefined) return [...errors, error];
  const embedded = embeddedErrors({ value, schema, path: field, root });
  if (embedded.length > 0) return [...errors, ...embedded];
  const found = checkedAs(schema, { value, path: field });
  if (found.length > 0) return [...errors, ...found];
  return [...errors, ...(checkRules?.({ schema, value, path: field }) ?? [])];
}

function checkedAs(
  schema: Structural,
  { value, path }: { readonly value: unknown; readonly path: string },
): readonly FieldError[] {
  const problems = new Problems(path);
  const node = nodeOf(schema, "defaults");
  check({ node, value, path: "", problems, correlation: undefined });
  return problems.errors;
}

function asResource(value: unknown): unknown {
  if (!isObject(value)) return value;
  return { kind: "Validation", apiVersion: "validation/v1", ...value };
}

function withMember(name: string, value: unknown): unknown {
  const object = {};
  setMember(object, name, value);
  return object;
}
