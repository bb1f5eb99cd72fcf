import { parseJSON, stringifyJSON } from "crd-runtime";
import {
  compareTyped,
  FieldSet,
  type ParseableType,
  toFieldSet,
  validateTyped,
} from "crd-runtime/managedfields";
import type { ApiObject, JsonObject } from "../object.js";
import { assertDepth } from "../request/body/depth.js";
import { isObject, metadataOf } from "./object-parts.js";

/** Where client-side `kubectl apply` keeps what it has applied. */
const annotation = "kubectl.kubernetes.io/last-applied-configuration";

/** The server spares kubectl the conflicts of the way from client-side to server-side apply. */
export const kubectlManager = "kubectl";

/** Bytes that the annotations of an object may have in all. */
const maxAnnotationsSize = 256 * 1024;

/**
 * Fields that client-side apply has applied and that still are as it did: a conflict about them is none for kubectl. Empty
 * when there is nothing of the kind.
 */
export function lastAppliedFields(input: {
  readonly live: JsonObject;
  readonly type: ParseableType;
  readonly apiVersion: string;
}): FieldSet {
  const { live, type, apiVersion } = input;
  const text = lastAppliedOf(live);
  if (text === "") return FieldSet.empty;
  try {
    assertDepth(text);
    const applied = parseJSON(text);
    if (!isObject(applied) || applied["apiVersion"] !== apiVersion) return FieldSet.empty;
    validateTyped({ value: applied, type, duplicates: "refused" });
    validateTyped({ value: live, type, duplicates: "refused" });
    const { added, modified, removed } = compareTyped({ from: applied, to: live, type });
    return toFieldSet({ value: applied, type })
      .difference(modified)
      .difference(added)
      .difference(removed);
  } catch {
    return FieldSet.empty;
  }
}

/** An object whose annotation says what kubectl has applied now, where it had such an annotation. */
export function withLastApplied(input: {
  readonly object: ApiObject;
  readonly applied: JsonObject;
}): ApiObject {
  const { object, applied } = input;
  if (lastAppliedOf(object) === "") return object;
  const { [annotation]: _last, ...before } = object.metadata.annotations ?? {};
  const annotations = { ...before, [annotation]: `${goJSON(withoutLastApplied(applied))}\n` };
  const fits = sizeOf(annotations) <= maxAnnotationsSize;
  return {
    ...object,
    metadata: { ...object.metadata, annotations: fits ? annotations : before },
  };
}

function annotationsOf(object: JsonObject): { readonly [name: string]: unknown } {
  const { annotations } = metadataOf(object);
  return isObject(annotations) ? annotations : {};
}

function lastAppliedOf(object: JsonObject): string {
  const value = annotationsOf(object)[annotation];
  return typeof value === "string" ? value : "";
}

function withoutLastApplied(applied: JsonObject): JsonObject {
  const metadata = metadataOf(applied);
  if (!isObject(metadata["annotations"])) return applied;
  const { [annotation]: _last, ...annotations } = metadata["annotations"];
  return { ...applied, metadata: { ...metadata, annotations } };
}

/** JSON as Go writes it: members sorted, `<`, `>` and `&` escaped. */
function goJSON(value: unknown): string {
  return stringifyJSON(sorted(value)).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
}

function sizeOf(annotations: { readonly [name: string]: unknown }): number {
  return Object.entries(annotations).reduce(
    (size, [name, value]) => size + Buffer.byteLength(name) + Buffer.byteLength(String(value)),
    0,
  );
}
