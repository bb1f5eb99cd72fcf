import type { ManagedFieldsEntry } from "crd-runtime";
import { FieldSet, FieldsV1Error } from "crd-runtime/managedfields";
import { identityOf, type ManagerIdentity } from "./manager-identity.js";

/** Managed fields that cannot be read; the message is the server's. */
export class ManagedFieldsError extends Error {
  override readonly name = "ManagedFieldsError";
}

/** One manager's fields. */
export interface ManagedEntry extends ManagerIdentity {
  readonly fields: FieldSet;
  /** RFC 3339 with seconds, UTC; undefined: not known. */
  readonly time: string | undefined;
}

/** The managers of an object by their identities. */
export type Managed = ReadonlyMap<string, ManagedEntry>;

/**
 * Reads the managed fields of an object.
 *
 * @throws ManagedFieldsError
 */
export function decodeManagedFields(entries: readonly ManagedFieldsEntry[] | undefined): Managed {
  const managed = new Map<string, ManagedEntry>();
  for (const [index, entry] of (entries ?? []).entries()) {
    const decoded = decodeEntry({ entry, index });
    managed.set(identityOf(decoded), decoded);
  }
  return managed;
}

function decodeEntry(input: {
  readonly entry: ManagedFieldsEntry;
  readonly index: number;
}): ManagedEntry {
  const { entry, index } = input;
  const { manager = "", operation, apiVersion = "", subresource = "", fieldsType = "" } = entry;
  if (operation !== "Apply" && operation !== "Update") {
    throw new ManagedFieldsError("operation must be `Apply` or `Update`");
  }
  if (apiVersion === "") throw new ManagedFieldsError("apiVersion must not be empty");
  if (fieldsType === "") {
    throw new ManagedFieldsError(`missing fieldsType in managed fields entry ${index}`);
  }
  if (fieldsType !== "FieldsV1") {
    throw new ManagedFieldsError(
      `invalid fieldsType ${JSON.stringify(fieldsType)} in managed fields entry ${index}`,
    );
  }
  const time = timeOf(entry.time);
  return { manager, operation, apiVersion, subresource, time, fields: fieldsOf(entry) };
}

function fieldsOf(entry: ManagedFieldsEntry): FieldSet {
  try {
    return FieldSet.fromJSON(entry.fieldsV1 ?? {});
  } catch (cause) {
    if (!(cause instanceof FieldsV1Error)) throw cause;
    throw new ManagedFieldsError(`error decoding versioned set: ${cause.message}`, { cause });
  }
}

const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** A time as the server writes it back. */
function timeOf(time: unknown): string | undefined {
  if (typeof time !== "string") return undefined;
  if (seconds.test(time)) return time;
  const parsed = Date.parse(time);
  return Number.isNaN(parsed) ? undefined : rfc3339(parsed);
}

/** Milliseconds since the epoch as RFC 3339 with seconds. */
export function rfc3339(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Managed fields as an object has them; undefined when there are none. */
export function encodeManagedFields(managed: Managed): ManagedFieldsEntry[] | undefined {
  if (managed.size === 0) return undefined;
  return [...managed.values()].sort(compareEntries).map(encodeEntry);
}

function encodeEntry(entry: ManagedEntry): ManagedFieldsEntry {
  const { manager, operation, apiVersion, time, fields, subresource } = entry;
  const encoded: ManagedFieldsEntry = {};
  if (manager !== "") encoded.manager = manager;
  encoded.operation = operation;
  encoded.apiVersion = apiVersion;
  if (time !== undefined) encoded.time = time;
  encoded.fieldsType = "FieldsV1";
  encoded.fieldsV1 = fields.toJSON();
  if (subresource !== "") encoded.subresource = subresource;
  return encoded;
}

function compareEntries(a: ManagedEntry, b: ManagedEntry): number {
  return (
    compare(a.operation, b.operation) ||
    secondsOf(a) - secondsOf(b) ||
    compare(a.manager, b.manager) ||
    compare(a.apiVersion, b.apiVersion) ||
    compare(a.subresource, b.subresource)
  );
}

/** Seconds since the epoch; 0 for a time that is not known. */
export function secondsOf({ time }: Pick<ManagedEntry, "time">): number {
  return time === undefined ? 0 : Date.parse(time) / 1000;
}

/** Orders texts. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
