import { equalJson } from "../json.js";
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
  return names.every((name) => Object.hasOwn(b, name) && equalJson(a[name], b[name]));
}
