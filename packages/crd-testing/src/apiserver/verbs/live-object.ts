import { type ObjectMeta, parseJSON } from "crd-runtime";
import { copyJson } from "../json.js";
import type { ApiObject, Metadata } from "../object.js";
import { textOf } from "../request/body/parse-body.js";
import type { ApiResource } from "../resources/resource.js";
import { internalError } from "../status/index.js";
import type { StorageEntry } from "../storage/entry.js";

/** An object as it is stored, in the version of a request. */
export interface LiveObject {
  readonly entry: StorageEntry;
  readonly object: ApiObject;
  /** Whether `object` is `entry.value` decoded, and nothing converted or defaulted. */
  readonly asStored: boolean;
}

/** Decodes what is stored. At once, unless a webhook converts. */
export function liveObject(input: {
  readonly resource: ApiResource;
  readonly entry: StorageEntry;
}): LiveObject | Promise<LiveObject> {
  const { resource, entry } = input;
  const values = resource.conversion.fromStorage([entry]);
  return values instanceof Promise
    ? values.then((converted) => decoded(entry, converted))
    : decoded(entry, values);
}

/** Decodes an object of the API from JSON that the server has written. */
export function decodeStored(value: Uint8Array): ApiObject {
  // What the server stores was an object when it was written.
  return parseJSON(textOf(value)) as ApiObject;
}

/** Metadata as the checks of crd-runtime take them. */
export function objectMetaOf(metadata: Metadata): ObjectMeta {
  if (isObjectMeta(metadata)) return metadata;
  const { creationTimestamp: _null, ...rest } = metadata;
  return rest;
}

function isObjectMeta(metadata: Metadata): metadata is Metadata & ObjectMeta {
  return metadata.creationTimestamp !== null;
}

/** The API group that an object says it is of. */
export function groupOf(object: ApiObject): string {
  const slash = object.apiVersion.indexOf("/");
  return slash === -1 ? "" : object.apiVersion.slice(0, slash);
}

/** A copy of an object that shares nothing with it. */
export function copyOf(object: ApiObject): ApiObject {
  // A copy of an object of the API is one.
  return copyJson(object) as ApiObject;
}

function decoded(entry: StorageEntry, values: readonly Uint8Array[]): LiveObject {
  const [value] = values;
  if (value === undefined) throw internalError("a conversion lost an object");
  return { entry, object: decodeStored(value), asStored: isSameMemory(value, entry.value) };
}

function isSameMemory(one: Uint8Array, other: Uint8Array): boolean {
  return one.buffer === other.buffer && one.byteOffset === other.byteOffset;
}
