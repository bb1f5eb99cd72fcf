import type {
  KubernetesListLike,
  KubernetesObject,
  Persisted,
  PersistedList,
  TypeMeta,
} from "../meta/index.js";
import { unexpectedBodyError } from "./error-response.js";
import { isRecord } from "./guards.js";
import { stringifyJSON } from "./json.js";
import type { RestRequest } from "./request.js";

/** A decoded answer, and what it answers. */
export interface Answer {
  readonly request: RestRequest;
  readonly value: unknown;
}

/**
 * The object in an answer; `apiVersion` and `kind` are filled in where they are absent.
 *
 * @throws ApiError when it is none
 */
export function objectIn<T extends KubernetesObject>(
  input: Answer & { readonly typeMeta: Required<TypeMeta> },
): Persisted<T> {
  const { value, typeMeta } = input;
  if (!isRecord(value) || !isRecord(value["metadata"]) || isStatus(value)) {
    throw unexpectedBody({ ...input, problem: `is no ${typeMeta.kind}` });
  }
  fill(value, typeMeta);
  return value as unknown as Persisted<T>;
}

/**
 * The list in an answer; `apiVersion` and `kind` of list and items are filled in where they are absent.
 *
 * @throws ApiError when it is none
 */
export function listIn<L extends KubernetesListLike<KubernetesObject>>(
  input: Answer & {
    /** Of an item. */
    readonly typeMeta: Required<TypeMeta>;
    readonly listMeta: Required<TypeMeta>;
  },
): PersistedList<L> {
  const { value, typeMeta, listMeta } = input;
  const { kind } = listMeta;
  if (!isRecord(value) || !isRecord(value["metadata"])) {
    throw unexpectedBody({ ...input, problem: `is no ${kind}` });
  }
  // Something else than a list must not pass for an empty one: informers would take all objects for deleted.
  if (value["items"] === undefined && (value["kind"] || kind) !== kind) {
    throw unexpectedBody({ ...input, problem: `is no ${kind}` });
  }
  // Go writes an empty slice as null.
  value["items"] ??= [];
  const { items } = value;
  if (!Array.isArray(items)) {
    throw unexpectedBody({ ...input, problem: "has items that are no list" });
  }
  for (const item of items) {
    if (!isRecord(item) || !isRecord(item["metadata"])) {
      throw unexpectedBody({ ...input, problem: "has an item that is no object" });
    }
    fill(item, typeMeta);
  }
  fill(value, listMeta);
  return value as unknown as PersistedList<L>;
}

/** The error of an answer that is something else than what was asked for. */
export function unexpectedBody(input: Answer & { readonly problem: string }): Error {
  const { request, value, problem } = input;
  return unexpectedBodyError({ request, problem, text: stringifyJSON(value) ?? "" });
}

/** A copy of an object with its type filled in where it is absent; what is no object is left as it is. */
export function stamped(input: {
  readonly object: unknown;
  readonly typeMeta: Required<TypeMeta>;
}): unknown {
  const { object, typeMeta } = input;
  if (!isRecord(object)) {
    return object;
  }
  const { apiVersion, kind } = object;
  return {
    ...object,
    apiVersion: apiVersion || typeMeta.apiVersion,
    kind: kind || typeMeta.kind,
  };
}

/** A Status has metadata too, and must not pass for an object. */
function isStatus(value: Record<string, unknown>): boolean {
  return value["kind"] === "Status" && value["apiVersion"] === "v1";
}

/** Lists of built-in kinds have items without apiVersion and kind. */
function fill(object: Record<string, unknown>, typeMeta: Required<TypeMeta>): void {
  object["apiVersion"] ||= typeMeta.apiVersion;
  object["kind"] ||= typeMeta.kind;
}
