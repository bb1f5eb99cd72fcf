import type { ApiObject } from "../../object.js";
import type { ApiResource } from "../../resources/resource.js";
import type { StorageEntry } from "../../storage/index.js";
import { decodeStored } from "../../verbs/live-object.js";
import type { Encoded } from "./encoding.js";

/** What becomes of entries when their objects must be looked into. */
export function decoded(input: {
  readonly resource: ApiResource;
  readonly entries: readonly StorageEntry[];
  readonly encode: (object: ApiObject) => Uint8Array;
}): Encoded {
  const { resource, entries, encode } = input;
  const encodeAll = (values: readonly Uint8Array[]): readonly Uint8Array[] =>
    values.map((value) => encode(decodeStored(value)));
  const values = resource.conversion.fromStorage(entries);
  return values instanceof Promise ? values.then(encodeAll) : encodeAll(values);
}
