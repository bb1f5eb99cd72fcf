import { isJsonObject, type JsonValue } from "../model/index.js";

/** A value with a patch, or what keeps the patch from applying. */
export type Patched =
  | { readonly value: JsonValue; readonly problem?: undefined }
  | { readonly problem: string };

type Update = (value: JsonValue | undefined) => Patched | "removed";

/**
 * Applies a JSON patch.
 *
 * Follows RFC 6902: all operations or none.
 */
export function applyJsonPatch(input: {
  readonly value: JsonValue;
  readonly patch: readonly JsonValue[];
}): Patched {
  let { value } = input;
  for (const [index, operation] of input.patch.entries()) {
    const patched = applyOperation(value, operation);
    if (patched.problem !== undefined) {
      return { problem: `operation ${index + 1}: ${patched.problem}` };
    }
    value = patched.value;
  }
  return { value };
}

function applyOperation(document: JsonValue, operation: JsonValue): Patched {
  if (!isJsonObject(operation)) return { problem: "it is no object" };
  const path = pointerOf(operation["path"]);
  if (path === undefined)
    return { problem: "its 'path' is no JSON pointer, which begins with '/'" };
  const { op, value } = operation;
  switch (op) {
    case "add":
      return value === undefined ? lacks("value") : add({ document, path, value });
    case "replace":
      if (value === undefined) return lacks("value");
      return at({ value: document, path, update: (old) => found(old, path) ?? { value } });
    case "remove":
      return remove(document, path);
    case "test":
      return test({ document, path, value });
    case "move":
    case "copy": {
      const from = pointerOf(operation["from"]);
      if (from === undefined) return lacks("from");
      const moved = read(document, from);
      if (moved === undefined) return missing(from);
      if (op === "copy") return add({ document, path, value: moved });
      const inside = from.length < path.length && from.every((part, index) => part === path[index]);
      if (inside) return { problem: "it moves a value into itself" };
      const removed = remove(document, from);
      return removed.problem === undefined
        ? add({ document: removed.value, path, value: moved })
        : removed;
    }
    default:
      return { problem: "its 'op' is add, remove, replace, move, copy or test" };
  }
}

function lacks(member: string): Patched {
  return { problem: `it lacks '${member}'` };
}

function missing(path: readonly string[]): Patched {
  return { problem: `there is nothing at ${written(path)}` };
}

function found(value: JsonValue | undefined, path: readonly string[]): Patched | undefined {
  return value === undefined ? missing(path) : undefined;
}

function written(path: readonly string[]): string {
  const parts = path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return `'${parts.join("")}'`;
}

function pointerOf(text: JsonValue | undefined): readonly string[] | undefined {
  if (text === "") return [];
  if (typeof text !== "string" || !text.startsWith("/")) return undefined;
  return text
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function add(input: {
  readonly document: JsonValue;
  readonly path: readonly string[];
  readonly value: JsonValue;
}): Patched {
  const { document, path, value } = input;
  const parent = path.slice(0, -1);
  const last = path.at(-1);
  if (last === undefined) return { value };
  return at({
    value: document,
    path: parent,
    update: (list) => {
      if (list === undefined) return missing(parent);
      if (!Array.isArray(list)) return at({ value: list, path: [last], update: () => ({ value }) });
      const elements: readonly JsonValue[] = list;
      const index = last === "-" ? elements.length : indexOf(last);
      return index === undefined || index > elements.length
        ? missing(path)
        : { value: elements.toSpliced(index, 0, value) };
    },
  });
}

function remove(document: JsonValue, path: readonly string[]): Patched {
  if (path.length === 0) return { problem: "it removes the whole definition" };
  return at({ value: document, path, update: (old) => found(old, path) ?? "removed" });
}

function test(input: {
  readonly document: JsonValue;
  readonly path: readonly string[];
  readonly value: JsonValue | undefined;
}): Patched {
  const { document, path, value } = input;
  const present = read(document, path);
  if (present === undefined || value === undefined) {
    return present === undefined ? missing(path) : lacks("value");
  }
  return sameJson(present, value)
    ? { value: document }
    : { problem: `the value at ${written(path)} is another one` };
}

function sameJson(left: JsonValue, right: JsonValue): boolean {
  if (isJsonObject(left) && isJsonObject(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => {
        const [a, b] = [left[key], Object.hasOwn(right, key) ? right[key] : undefined];
        return a !== undefined && b !== undefined && sameJson(a, b);
      })
    );
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    const other: readonly JsonValue[] = right;
    return (
      left.length === right.length &&
      left.every((one: JsonValue, index) => {
        const two = other[index];
        return two !== undefined && sameJson(one, two);
      })
    );
  }
  return left === right;
}

function indexOf(text: string): number | undefined {
  return /^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : undefined;
}

function childOf(value: JsonValue, name: string): JsonValue | undefined {
  if (Array.isArray(value)) {
    const index = indexOf(name);
    return index === undefined ? undefined : value[index];
  }
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function read(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (current, part) => (current === undefined ? undefined : childOf(current, part)),
    value,
  );
}

/** The value with another one at a path: all on the way there is copied. */
function at(input: {
  readonly value: JsonValue;
  readonly path: readonly string[];
  readonly update: Update;
  /** For messages: from the document on. */
  readonly whole?: readonly string[];
}): Patched {
  const { value, path, update, whole = path } = input;
  const [name, ...rest] = path;
  if (name === undefined) {
    const updated = update(value);
    return updated === "removed" ? { value: null } : updated;
  }
  const child = childOf(value, name);
  const updated =
    rest.length === 0
      ? update(child)
      : child === undefined
        ? missing(whole)
        : at({ value: child, path: rest, update, whole });
  if (updated !== "removed" && updated.problem !== undefined) return updated;
  if (Array.isArray(value)) {
    const index = indexOf(name);
    if (index === undefined) return missing(whole);
    const elements: readonly JsonValue[] = value;
    return {
      value:
        updated === "removed" ? elements.toSpliced(index, 1) : elements.with(index, updated.value),
    };
  }
  if (!isJsonObject(value)) return missing(whole);
  const entries = Object.entries(value).filter(([key]) => key !== name);
  return {
    value: Object.fromEntries(
      updated === "removed" ? entries : [...entries, [name, updated.value]],
    ),
  };
}
