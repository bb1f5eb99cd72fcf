import { formOf } from "./atom.js";
import { goPlain, goSyntax, goType } from "./go-value.js";
import { listItemError, listItemOf } from "./list-item.js";
import type { ListType, MapType, ParseableType, ScalarType } from "./parseable-type.js";
import { fieldElement, type PathElement, pathElementToString } from "./path-element.js";
import { TypedError, type ValidationError } from "./typed-error.js";
import { isMap, isScalar } from "./value.js";

/**
 * Whether items of sets and of lists with keys may occur more than once. What a client applies must not have duplicates;
 * objects that were written otherwise may.
 */
export type Duplicates = "allowed" | "refused";

/** A value and how it must be. */
export interface Typed {
  readonly value: unknown;
  readonly type: ParseableType;
}

/**
 * Checks a value against its type.
 *
 * @throws TypedError with the messages of structured-merge-diff
 */
export function validateTyped(input: Typed & { readonly duplicates: Duplicates }): void {
  const errors = new Validation(input.duplicates).check(input);
  if (errors.length > 0) throw new TypedError(errors);
}

const none: readonly ValidationError[] = [];

/** A walk through a value; errors are made only where there are some. */
class Validation {
  readonly #duplicates: Duplicates;

  constructor(duplicates: Duplicates) {
    this.#duplicates = duplicates;
  }

  check({ value, type }: Typed): readonly ValidationError[] {
    switch (formOf({ type, value })) {
      case "map":
        return type.map === undefined ? none : this.#checkMap({ value, map: type.map });
      case "list":
        return type.list === undefined ? none : this.#checkList({ value, list: type.list });
      case "scalar": {
        const message = scalarError({ value, scalar: type.scalar ?? "untyped" });
        return message === undefined ? none : [{ path: "", message }];
      }
      case "none":
        return [{ path: "", message: "schema error: invalid atom: inlined" }];
    }
  }

  #checkMap(input: { readonly value: unknown; readonly map: MapType }): readonly ValidationError[] {
    const { value, map } = input;
    if (value === null) return none;
    if (!isMap(value)) return [{ path: "", message: `expected map, got &{${goPlain(value)}}` }];
    let errors = none;
    for (const name of Object.keys(value)) {
      const type = map.fields.get(name)?.type ?? map.others;
      if (type === undefined) {
        const path = elementText(fieldElement(name));
        return [...errors, { path, message: "field not declared in schema" }];
      }
      const found = this.check({ value: value[name], type });
      if (found.length > 0) errors = [...errors, ...below(fieldElement(name), found)];
    }
    return errors;
  }

  #checkList(input: {
    readonly value: unknown;
    readonly list: ListType;
  }): readonly ValidationError[] {
    const { value, list } = input;
    if (value === null) return none;
    if (!Array.isArray(value)) {
      return [{ path: "", message: `expected list, got &{${goPlain(value)}}` }];
    }
    let errors = none;
    const associative = list.relationship === "associative";
    const seen = associative && this.#duplicates === "refused" ? new Set<PathElement>() : undefined;
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      const error = associative ? listItemError({ list, item }) : undefined;
      if (error !== undefined) {
        return [...errors, { path: "", message: `element ${index}: ${error}` }];
      }
      if (seen !== undefined) {
        const element = elementOf({ list, item, index });
        if (seen.has(element)) {
          const message = `duplicate entries for key ${elementText(element)}`;
          errors = [...errors, { path: "", message }];
        }
        seen.add(element);
      }
      const found = this.check({ value: item, type: list.items });
      if (found.length > 0) errors = [...errors, ...below(elementOf({ list, item, index }), found)];
    }
    return errors;
  }
}

function elementOf(input: {
  readonly list: ListType;
  readonly item: unknown;
  readonly index: number;
}): PathElement {
  const { list, item, index } = input;
  const found = list.relationship === "associative" ? listItemOf({ list, item }) : undefined;
  return found !== undefined && "element" in found ? found.element : `i:${index}`;
}

function elementText(element: PathElement): string {
  return pathElementToString({ element, numbers: "integer" });
}

function below(
  element: PathElement,
  errors: readonly ValidationError[],
): readonly ValidationError[] {
  const prefix = elementText(element);
  return errors.map(({ path, message }) => ({ path: `${prefix}${path}`, message }));
}

/** Why a value is no such scalar; null is one of each. */
export function scalarError(input: {
  readonly value: unknown;
  readonly scalar: ScalarType;
}): string | undefined {
  const { value, scalar } = input;
  if (value === null || value === undefined) return undefined;
  switch (scalar) {
    case "numeric":
      if (typeof value === "number" || typeof value === "bigint") return undefined;
      return `expected numeric (int or float), got ${goType(value)}`;
    case "string":
      if (typeof value === "string") return undefined;
      return `expected string, got &value.valueUnstructured{Value:${goSyntax(value)}}`;
    case "boolean":
      return typeof value === "boolean" ? undefined : `expected boolean, got &{${goPlain(value)}}`;
    case "untyped":
      return isScalar(value) ? undefined : `expected any scalar, got &{${goPlain(value)}}`;
  }
}
