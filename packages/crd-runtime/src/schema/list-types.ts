import { duplicate, type FieldError, invalid } from "./field-error.js";
import { isObject, type JsonMembers, member } from "./json.js";
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
  if (value.length <= 1) return [];
  const names = schema.listMapKeys;
  return repeatedKeys({ value, names }).map((index) =>
    duplicate(`${path}[${index}]`, keysOf({ element: value[index], names })),
  );
}

/** Places of elements whose keys are there for the second time. */
export function repeatedKeys(input: {
  readonly value: readonly unknown[];
  readonly names: readonly string[];
}): number[] {
  const { value, names } = input;
  const [only] = names;
  return repeated(
    only !== undefined && names.length === 1
      ? value.map((element) => member(element, only))
      : value.map((element) => names.map((name) => member(element, name))),
  );
}

/** The members that identify an element, as far as they are there. */
function keysOf(input: { readonly element: unknown; readonly names: readonly string[] }): unknown {
  const { element, names } = input;
  const present = names.filter((name) => member(element, name) !== undefined);
  return Object.fromEntries(present.map((name) => [name, member(element, name)]));
}

/** Places of values that are there for the second time. */
export function repeated(values: readonly unknown[]): number[] {
  if (values.length <= 1) return [];
  const times = new Map<unknown, number>();
  const places: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const key = identity(values[index]);
    const before = times.get(key) ?? 0;
    if (before === 1) places.push(index);
    times.set(key, before + 1);
  }
  return places;
}

/** Equal for equal values; the JSON of lists and objects carries a mark, so that it is taken for no string. */
function identity(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return `\0${Array.isArray(value) ? value.map(marked).join(",") : goJson(value)}`;
}

/** An absent key is not the same as null. */
function marked(value: unknown): string {
  return value === undefined ? "" : goJson(value);
}
