import type { ManagedFieldsEntry } from "crd-runtime";
import type { ApiObject, JsonObject, Metadata } from "../object.js";

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `metadata` of an object; empty where there is none. */
export function metadataOf(object: JsonObject): JsonObject {
  const { metadata } = object;
  return isObject(metadata) ? metadata : {};
}

/** A text in `metadata`; empty where there is none. */
export function metadataText(input: {
  readonly object: JsonObject;
  readonly name: "name" | "namespace" | "uid";
}): string {
  const value = metadataOf(input.object)[input.name];
  return typeof value === "string" ? value : "";
}

/** An object with managedFields instead of those that it has; without, where they are undefined. */
export function withManagedFields(input: {
  readonly object: ApiObject;
  readonly managedFields: readonly ManagedFieldsEntry[] | undefined;
}): ApiObject {
  const { object, managedFields } = input;
  if (managedFields === object.metadata.managedFields) return object;
  const { managedFields: _before, ...rest } = object.metadata;
  const metadata: Metadata = rest;
  if (managedFields !== undefined) metadata.managedFields = [...managedFields];
  return { ...object, metadata };
}

/** managedFields of an object as the server reads them: undefined where they are none, or no list of entries. */
export function managedFieldsOf(object: ApiObject): readonly ManagedFieldsEntry[] | undefined {
  const managedFields: unknown = object.metadata.managedFields;
  if (!Array.isArray(managedFields)) return undefined;
  return managedFields.every(isEntry) ? managedFields : undefined;
}

const textMembers = ["manager", "operation", "apiVersion", "time", "fieldsType", "subresource"];

function isEntry(value: unknown): value is ManagedFieldsEntry {
  if (!isObject(value)) return false;
  const { fieldsV1 } = value;
  if (fieldsV1 !== undefined && fieldsV1 !== null && !isObject(fieldsV1)) return false;
  return textMembers.every((name) => {
    const member = value[name];
    return member === undefined || member === null || typeof member === "string";
  });
}

/** An object in the server's messages: `default/orders; example.com/v1, Kind=Database`. */
export function describeObject(object: JsonObject): string {
  const namespace = metadataText({ object, name: "namespace" });
  const name = metadataText({ object, name: "name" });
  return `${namespace}/${name}; ${describeKind(object)}`;
}

/** `example.com/v1, Kind=Database`, `/v1, Kind=ConfigMap`. */
export function describeKind({ apiVersion, kind }: JsonObject): string {
  const text = typeof apiVersion === "string" ? apiVersion : "";
  const groupVersion = text.includes("/") ? text : `/${text}`;
  return `${groupVersion}, Kind=${typeof kind === "string" ? kind : ""}`;
}

/** Whether a value is an object of the API with metadata. */
export function isApiObject(value: unknown): value is ApiObject {
  if (!isObject(value)) return false;
  const { apiVersion, kind, metadata } = value;
  return typeof apiVersion === "string" && typeof kind === "string" && isObject(metadata);
}
