/** Something in a JSON document that a patch can reach into. */
export type Container = JsonRecord | unknown[];
export type JsonRecord = { [member: string]: unknown };

/** A patch operation that cannot be done; the message is in the words of evanphx/json-patch, which the server uses. */
export class PatchError extends Error {
  override readonly name = "PatchError";
}

export function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

export function isRecord(value: unknown): value is JsonRecord {
  return isContainer(value) && !Array.isArray(value);
}

/** The container and the key that a JSON pointer ends in; undefined when there is no such container. */
export function locate(input: {
  readonly document: Container;
  readonly pointer: string;
}): { readonly container: Container; readonly key: string } | undefined {
  const segments = input.pointer.split("/");
  if (segments.length < 2) return undefined;
  const keys = segments.slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop() ?? "";
  let container = input.document;
  for (const key of keys) {
    const next = isList(container) ? container[indexOr(container, key)] : own(container, key);
    if (!isContainer(next)) return undefined;
    container = next;
  }
  return { container, key: last };
}

/** A member's value; undefined when there is none. @throws PatchError when an index is out of range */
export function getValue(container: Container, key: string): unknown {
  return isList(container) ? container[indexIn(container, key)] : own(container, key);
}

/** Replaces a value. @throws PatchError */
export function setValue(input: {
  readonly container: Container;
  readonly key: string;
  readonly value: unknown;
}): void {
  const { container, key, value } = input;
  if (isList(container)) container[indexIn(container, key)] = value;
  else define({ record: container, key, value });
}

/** Adds a member, or inserts an item. @throws PatchError */
export function addValue(input: {
  readonly container: Container;
  readonly key: string;
  readonly value: unknown;
}): void {
  const { container, key, value } = input;
  if (!isList(container)) {
    define({ record: container, key, value });
    return;
  }
  if (key === "-") {
    container.push(value);
    return;
  }
  if (!integer.test(key)) {
    throw new PatchError(
      `value was not a proper array index: '${key}': strconv.Atoi: parsing ${JSON.stringify(key)}: invalid syntax`,
    );
  }
  container.splice(position({ key, length: container.length + 1 }), 0, value);
}

/** @throws PatchError when there is no such member */
export function removeValue(container: Container, key: string): void {
  if (isList(container)) {
    container.splice(indexIn(container, key), 1);
    return;
  }
  if (!Object.hasOwn(container, key)) {
    throw new PatchError(`Unable to remove nonexistent key: ${key}: missing value`);
  }
  delete container[key];
}

/** Sets a member, `__proto__` too. */
export function define(input: {
  readonly record: JsonRecord;
  readonly key: string;
  readonly value: unknown;
}): void {
  const { record, key, value } = input;
  if (key !== "__proto__") {
    record[key] = value;
    return;
  }
  Object.defineProperty(record, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** A member of the record's own. */
export function own(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

const integer = /^[+-]?\d+$/;

function isList(container: Container): container is unknown[] {
  return Array.isArray(container);
}

function indexIn(list: readonly unknown[], key: string): number {
  if (!integer.test(key)) {
    throw new PatchError(`strconv.Atoi: parsing ${JSON.stringify(key)}: invalid syntax`);
  }
  return position({ key, length: list.length });
}

/** Negative indices count from the end. */
function position(input: { readonly key: string; readonly length: number }): number {
  const index = Number(input.key);
  const from = index < 0 ? index + input.length : index;
  if (from < 0 || from >= input.length) {
    throw new PatchError(`Unable to access invalid index: ${index}: invalid index referenced`);
  }
  return from;
}

function indexOr(list: readonly unknown[], key: string): number {
  try {
    return indexIn(list, key);
  } catch {
    return -1;
  }
}
