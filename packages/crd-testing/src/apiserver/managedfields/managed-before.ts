import type { ManagedFieldsEntry } from "crd-runtime";
import { valuesEqual } from "crd-runtime/managedfields";
import type { ApiObject } from "../object.js";
import { failure } from "../status/index.js";
import { decodeManagedFields, type Managed, ManagedFieldsError } from "./managed.js";
import { managedFieldsOf } from "./object-parts.js";

/** The managers that a write begins with. */
export interface ManagedBefore {
  readonly managed: Managed;
  /** The entries that say the same; undefined where there are none. */
  readonly entries: readonly ManagedFieldsEntry[] | undefined;
}

const nobody: ManagedBefore = { managed: new Map(), entries: undefined };

/**
 * The managers that an update begins with. What the client sends counts, unless it is a subresource's; an empty list, or a
 * list of one empty entry, asks for them to be forgotten. What cannot be read does not count.
 */
export function managedBeforeUpdate(input: {
  readonly live: ApiObject | undefined;
  readonly object: ApiObject;
  readonly subresource: string;
}): ManagedBefore {
  const { live, object, subresource } = input;
  const stored = live === undefined ? undefined : managedFieldsOf(live);
  if (subresource === "") {
    const sent = managedFieldsOf(object);
    if (isReset(sent)) return nobody;
    if (!valuesEqual(sent, stored)) {
      const before = decodeOrNobody(sent);
      // Clients that do not know managedFields must not lose them.
      if (before.managed.size > 0) return before;
    }
  }
  return decodeOrNobody(stored);
}

/** The managers that an apply begins with. @throws StatusError 500 when they cannot be read */
export function managedBeforeApply(live: ApiObject): Managed {
  try {
    return decodeManagedFields(managedFieldsOf(live));
  } catch (error) {
    if (!(error instanceof ManagedFieldsError)) throw error;
    const message = `failed to decode managed fields: ${error.message}`;
    throw failure({ code: 500, reason: "", message, cause: error });
  }
}

function isReset(entries: readonly ManagedFieldsEntry[] | undefined): boolean {
  if (entries === undefined || entries.length > 1) return false;
  const [first = {}] = entries;
  return Object.values(first).every((value) => value === null || value === "");
}

function decodeOrNobody(entries: readonly ManagedFieldsEntry[] | undefined): ManagedBefore {
  try {
    return { managed: decodeManagedFields(entries), entries };
  } catch (error) {
    if (!(error instanceof ManagedFieldsError)) throw error;
    return nobody;
  }
}
