import { at, isArray, isObject, type Json, type JsonObject } from "./json.js";

/** Parts in an order of our own where the server's comes from a Go map. */
export function inOrder(value: JsonObject): JsonObject {
  if (at(value, "kind") === "Status") return statusInOrder(value);
  if (at(value, "kind") === "APIResourceList") return { ...value, resources: byName(value) };
  return value;
}

function byName(list: JsonObject): readonly Json[] {
  const resources = at(list, "resources");
  const name = (resource: Json): string => String(at(resource, "name"));
  return isArray(resources) ? [...resources].sort((a, b) => (name(a) < name(b) ? -1 : 1)) : [];
}

/**
 * A Status with its causes sorted, in the message as well, where the server takes them from a Go map: conflicts between
 * managers, what the schema of a custom resource does not allow, and the data of ConfigMaps and Secrets.
 */
function statusInOrder(value: JsonObject): JsonObject {
  const causes = at(value, "details", "causes");
  if (!isArray(causes) || causes.length < 2) return value;
  const group = at(value, "details", "group");
  const custom = typeof group === "string" && group.endsWith(".example.com");
  const mapped = ["ConfigMap", "Secret"].includes(String(at(value, "details", "kind")));
  const conflicts = causes.every((cause) => at(cause, "reason") === "FieldManagerConflict");
  if (!custom && !mapped && !conflicts) return value;
  const sorted = sortedCauses(causes);
  const details = at(value, "details");
  const message = String(at(value, "message") ?? "").replace(listed(causes), () => listed(sorted));
  return { ...value, message, details: { ...(isObject(details) ? details : {}), causes: sorted } };
}

export function sortedCauses(causes: readonly Json[]): readonly Json[] {
  return [...causes].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

/** Messages say each thing once. */
function listed(causes: readonly Json[]): string {
  return [...new Set(causes.map(text))].join(", ");
}

function text(cause: Json): string {
  return `${String(at(cause, "field"))}: ${String(at(cause, "message"))}`;
}
