import type {
  KubernetesListLike,
  KubernetesObject,
  Persisted,
  PersistedList,
  TypeMeta,
} from "../meta/index.js";
import { unexpectedBodyError } from "./error-response.js";
import { InvalidRequestError } from "./errors.js";
import { isRecord } from "./guards.js";
import { stringifyJSON } from "./json.js";
import type { RestRequest } from "./request.js";

/** A decoded answer, and what it answers. */
export interface Answer {
  readonly request: RestRequest;
  readonly value: unknown;
}

/** Type of the objects of a client; `kind` is empty where it is not known beforehand. */
export type ClientTypeMeta = Required<TypeMeta>;

/**
 * The object in an answer; `apiVersion` and `kind` are filled in where they are absent.
 *
 * @throws ApiError when it is none
 */
export function objectIn<T extends KubernetesObject>(
  input: Answer & { readonly typeMeta: ClientTypeMeta },
): Persisted<T> {
  const { value, typeMeta } = input;
  if (!isRecord(value) || !isRecord(value["metadata"]) || isStatus(value)) {
    throw unexpectedBody({ ...input, problem: `is no ${typeMeta.kind || "object"}` });
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
    readonly typeMeta: ClientTypeMeta;
    /** False when the items have been through {@link itemIn} already, and may be anything since; true when absent. */
    readonly checkItems?: boolean | undefined;
  },
): PersistedList<L> {
  const { value, typeMeta, checkItems = true } = input;
  if (!isRecord(value) || !isRecord(value["metadata"])) {
    throw unexpectedBody({ ...input, problem: `is no ${typeMeta.kind}List` });
  }
  const ofItem = typeMeta.kind === "" ? itemTypeOf(value) : typeMeta;
  // Something else than a list must not pass for an empty one: informers would take all objects for deleted.
  if (value["items"] === undefined && !isListOf({ list: value, kind: ofItem.kind })) {
    throw unexpectedBody({ ...input, problem: `is no ${typeMeta.kind}List` });
  }
  // Go writes an empty slice as null.
  value["items"] ??= [];
  const { items } = value;
  if (!Array.isArray(items)) {
    throw unexpectedBody({ ...input, problem: "has items that are no list" });
  }
  if (checkItems) {
    for (const item of items) itemIn({ ...input, typeMeta: ofItem, item });
  }
  fill(value, { apiVersion: ofItem.apiVersion, kind: `${ofItem.kind}List` });
  return value as unknown as PersistedList<L>;
}

/**
 * An item of the list in an answer; `apiVersion` and `kind` are filled in where they are absent.
 *
 * @throws ApiError when it is no object
 */
export function itemIn<T extends KubernetesObject>(
  input: Answer & { readonly typeMeta: ClientTypeMeta; readonly item: unknown },
): Persisted<T> {
  const { item, typeMeta } = input;
  if (!isRecord(item) || !isRecord(item["metadata"])) {
    throw unexpectedBody({ ...input, problem: "has an item that is no object" });
  }
  fill(item, typeMeta);
  return item as unknown as Persisted<T>;
}

/** The error of an answer that is something else than what was asked for. */
export function unexpectedBody(input: Answer & { readonly problem: string }): Error {
  const { request, value, problem } = input;
  return unexpectedBodyError({ request, problem, text: stringifyJSON(value) ?? "" });
}

/**
 * A copy of an object with its type filled in where it is absent; what is no object is left as it is.
 *
 * @throws InvalidRequestError when it has no kind, and the client does not know it
 */
export function stamped(input: {
  readonly object: unknown;
  readonly typeMeta: ClientTypeMeta;
}): unknown {
  const { object, typeMeta } = input;
  if (!isRecord(object)) {
    return object;
  }
  const { apiVersion, kind } = object;
  if (!kind && typeMeta.kind === "") {
    throw new InvalidRequestError("the object has no kind, and this client does not know it");
  }
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
function fill(object: Record<string, unknown>, typeMeta: ClientTypeMeta): void {
  object["apiVersion"] ||= typeMeta.apiVersion;
  object["kind"] ||= typeMeta.kind;
}

/** What the items of a list are by the list's own type. */
function itemTypeOf(list: Record<string, unknown>): ClientTypeMeta {
  const { apiVersion, kind } = list;
  return {
    apiVersion: typeof apiVersion === "string" ? apiVersion : "",
    kind: typeof kind === "string" && kind.endsWith("List") ? kind.slice(0, -"List".length) : "",
  };
}

function isListOf(input: {
  readonly list: Record<string, unknown>;
  readonly kind: string;
}): boolean {
  const wanted = `${input.kind}List`;
  return (input.list["kind"] || wanted) === wanted;
}
