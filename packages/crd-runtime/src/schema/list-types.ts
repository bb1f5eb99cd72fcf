import { duplicate, type FieldError, invalid } from "./field-error.js";
import { isObject, type JsonMembers } from "./json.js";
import type { Structural } from "./structural.js";
import { goJson } from "./text/go.js";

/** A value, its schema and where it stands. */
export interface ListTypeInput {
  readonly value: unknown;
  readonly schema: Structural;
  /** Path of the value; `""` for a whole object. */
  readonly path: string;
}

/**
 * Errors of lists whose elements must be unique: as a whole in lists of type set, by their keys in lists of type map. The
 * second appearance of a value is the error.
 *
 * Follows listtype.ValidateListSetsAndMaps of apiextensions-apiserver.
 */
export function listTypeErrors({ value, schema, path }: ListTypeInput): readonly FieldError[] {
  const errors: FieldError[] = [];
  visit({ value, schema, path, errors });
  return errors;
}

interface Visit extends ListTypeInput {
  readonly errors: FieldError[];
}

function visit({ value, schema, path, errors }: Visit): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) visitList({ value, schema, path, errors });
  else if (isObject(value)) visitMembers({ value, schema, path, errors });
}

function visitMembers({
  value,
  schema,
  path,
  errors,
}: Visit & { readonly value: JsonMembers }): void {
  const { additionalProperties, properties } = schema;
  for (const name of Object.keys(value)) {
    const child = value[name];
    if (typeof child !== "object" || child === null) continue;
    const property = properties.get(name);
    if (property !== undefined) {
      const childPath = path === "" ? name : `${path}.${name}`;
      visit({ value: child, schema: property, path: childPath, errors });
    } else if (typeof additionalProperties === "object") {
      visit({ value: child, schema: additionalProperties, path: `${path}[${name}]`, errors });
    }
  }
}

function visitList({ value, schema, path, errors }: Visit & { readonly value: unknown[] }): void {
  if (schema.listType === "set") {
    for (const index of repeated(value)) errors.push(duplicate(`${path}[${index}]`, value[index]));
  } else if (schema.listType === "map") {
    errors.push(...mapErrors({ value, schema, path }));
  }
  const { items } = schema;
  if (items === undefined) return;
  for (let index = 0; index < value.length; index += 1) {
    visit({ value: value[index], schema: items, path: `${path}[${index}]`, errors });
  }
}

function mapErrors(input: ListTypeInput & { readonly value: readonly unknown[] }): FieldError[] {
  const { value, schema, path } = input;
  const wrong = value.findIndex((element) => element !== null && !isObject(element));
  if (wrong >= 0) {
    const detail = "must be an object for an array of list-type map";
    return [invalid({ field: `${path}[${wrong}]`, value: value[wrong], detail })];
  }
  const keys = value.map((element) =>
    Object.fromEntries(
      schema.listMapKeys
        .filter((name) => isObject(element) && Object.hasOwn(element, name))
        .map((name) => [name, isObject(element) ? element[name] : undefined]),
    ),
  );
  return repeated(keys).map((index) => duplicate(`${path}[${index}]`, keys[index]));
}

/** Places of values that are there for the second time. */
function repeated(values: readonly unknown[]): number[] {
  if (values.length <= 1) return [];
  const times = new Map<unknown, number>();
  const places: number[] = [];
  values.forEach((value, index) => {
    const key = identity(value);
    const before = times.get(key) ?? 0;
    if (before === 1) places.push(index);
    times.set(key, before + 1);
  });
  return places;
}

/** Equal for equal values; strings carry a mark, so that none is taken for the JSON of something else. */
function identity(value: unknown): unknown {
  if (typeof value === "string") return `"${value}`;
  return typeof value === "object" && value !== null ? goJson(value) : value;
}
