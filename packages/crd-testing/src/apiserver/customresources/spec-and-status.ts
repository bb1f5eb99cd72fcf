import type { ApiObject } from "../object.js";

/** Two states of an object. */
export interface Change {
  /** Changed in place. */
  readonly object: ApiObject;
  readonly old: ApiObject;
}

/** Keeps the status as it was. */
export function keepStatus({ object, old }: Change): void {
  if (Object.hasOwn(old, "status")) object["status"] = old["status"];
  else delete object["status"];
}

/** Keeps all as it was but the status, and managedFields, which tell of this write. */
export function replaceByStatus({ object, old }: Change): void {
  const status = object["status"];
  const hasStatus = Object.hasOwn(object, "status");
  const { managedFields } = object.metadata;
  for (const name of Object.keys(object)) delete object[name];
  for (const name of Object.keys(old)) {
    Object.defineProperty(object, name, {
      value: old[name],
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  object.metadata = structuredClone(old.metadata);
  if (managedFields === undefined) delete object.metadata.managedFields;
  else object.metadata.managedFields = managedFields;
  if (hasStatus) object["status"] = status;
  else delete object["status"];
}

/** Whether two objects are the same apart from their metadata. */
export function sameButMetadata(a: ApiObject, b: ApiObject): boolean {
  const names = Object.keys(a).filter((name) => name !== "metadata");
  if (names.length !== Object.keys(b).filter((name) => name !== "metadata").length) return false;
  return names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]));
}

/** Whether two JSON values are the same; the order of members does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((element, index) => sameJson(element, b[index]));
  }
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameJson(left[name], right[name]))
  );
}
