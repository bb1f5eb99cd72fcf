import { labelValueErrors, qualifiedNameErrors } from "crd-runtime";
import { aggregate, type FieldError, invalid } from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../../object.js";
import { unknownError } from "../../status/index.js";

/**
 * Checks what a webhook made of an object, and gives it back the metadata that a webhook must not change: all but labels and
 * annotations. @throws StatusError 500
 */
export function checkConverted(input: {
  readonly original: ApiObject;
  readonly converted: unknown;
  readonly apiVersion: string;
  readonly subject: string;
}): ApiObject {
  const { original, converted, apiVersion, subject } = input;
  const at = `${subject} returned invalid object at index 0`;
  if (!isMembers(converted)) throw unknownError(`${at}: Object 'Kind' is missing in 'null'`);
  if (converted["apiVersion"] !== apiVersion) {
    const received = String(converted["apiVersion"] ?? "");
    throw unknownError(
      `${at}: invalid groupVersion (expected ${apiVersion}, received ${received})`,
    );
  }
  if (converted["kind"] !== original.kind) {
    const received = String(converted["kind"] ?? "");
    throw unknownError(`${at}: invalid kind (expected ${original.kind}, received ${received})`);
  }
  const metadata = converted["metadata"];
  const changed = ["name", "namespace", "uid"].find(
    (name) => memberText(metadata, name) !== memberText(original.metadata, name),
  );
  if (changed !== undefined) {
    const what = changed === "uid" ? "UID" : changed;
    const [before, after] = [memberText(original.metadata, changed), memberText(metadata, changed)];
    throw unknownError(
      `${subject} returned invalid object: must have the same ${what}: ${before} != ${after}`,
    );
  }
  const problem = metadataProblem(metadata);
  if (problem !== undefined) {
    throw unknownError(`${subject} returned invalid metadata: ${problem}`);
  }
  const restored = structuredClone(original.metadata);
  for (const name of ["labels", "annotations"] as const) {
    const value = isMembers(metadata) ? metadata[name] : undefined;
    // Its values were seen to be strings.
    if (isMembers(value)) restored[name] = value as Record<string, string>;
    else delete restored[name];
  }
  return Object.assign(converted, { apiVersion, kind: original.kind, metadata: restored });
}

function metadataProblem(metadata: unknown): string | undefined {
  if (metadata === undefined) return "missing metadata in converted object";
  if (!isMembers(metadata))
    return `invalid metadata of type ${goType(metadata)} in converted object`;
  for (const name of ["labels", "annotations"]) {
    const value = metadata[name];
    if (value === undefined || value === null) continue;
    if (!isMembers(value)) {
      return `invalid metadata.${name} of type ${goType(value)} in converted object`;
    }
    for (const [key, text] of Object.entries(value)) {
      if (typeof text === "string") continue;
      return `metadata.${name}[${key}] must be a string, but is ${goType(text)} in converted object`;
    }
    const errors = name === "labels" ? labelErrors(value) : annotationErrors(value);
    if (errors.length > 0) return aggregate(errors);
  }
  return undefined;
}

function labelErrors(labels: JsonObject): readonly FieldError[] {
  const field = "metadata.labels";
  return Object.entries(labels).flatMap(([key, value]) => [
    ...qualifiedNameErrors(key).map((detail) => invalid({ field, value: key, detail })),
    ...labelValueErrors(String(value)).map((detail) => invalid({ field, value, detail })),
  ]);
}

function annotationErrors(annotations: JsonObject): readonly FieldError[] {
  return Object.keys(annotations).flatMap((key) =>
    qualifiedNameErrors(key.toLowerCase()).map((detail) =>
      invalid({ field: "metadata.annotation", value: key, detail }),
    ),
  );
}

function isMembers(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function memberText(value: unknown, name: string): string {
  if (!isMembers(value) || !Object.hasOwn(value, name)) return "";
  return String(value[name] ?? "");
}

function goType(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "bigint":
      return "int64";
    case "number":
      return Number.isInteger(value) ? "int64" : "float64";
    default:
      if (value === null) return "<nil>";
      return Array.isArray(value) ? "[]interface {}" : "map[string]interface {}";
  }
}
