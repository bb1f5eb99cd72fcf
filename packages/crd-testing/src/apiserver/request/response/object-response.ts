import type { ServerResponse } from "../../http.js";
import type { ApiObject, JsonObject } from "../../object.js";
import type { ApiResource } from "../../resources/resource.js";
import { unknownError } from "../../status/index.js";
import {
  includeObjectOf,
  partialObjectMetadata,
  partialObjectMetadataList,
  tableOf,
  tableOfObject,
  wrongPartialKind,
} from "../../table/index.js";
import { decodeStored } from "../../verbs/live-object.js";
import type { ApiList, VerbResult } from "../../verbs/result.js";
import type { Representation } from "../negotiation/representation.js";
import type { QueryValues } from "../query.js";
import type { Warnings } from "../warnings.js";
import { contentTypeOf, encodeValue } from "./encode.js";
import { warningHeaders } from "./error-response.js";

/** What is to be answered, and how. */
export interface ObjectAnswer {
  readonly resource: ApiResource;
  readonly result: VerbResult;
  readonly representation: Representation;
  readonly query: QueryValues;
  readonly warnings: Warnings;
}

/** The answer of a verb: what is stored goes out as it is when nothing else is wanted. */
export function objectResponse(answer: ObjectAnswer): ServerResponse | Promise<ServerResponse> {
  const { resource, result, representation } = answer;
  if ("list" in result) {
    const list = transformedList(answer, result.list);
    return respond(answer, encodeValue(list, representation));
  }
  if ("object" in result) return respond(answer, bodyOf(answer, result.object));
  const values = resource.conversion.fromStorage([result.entry]);
  if (values instanceof Promise) {
    return values.then(([value]) => respond(answer, storedBody(answer, value)));
  }
  return respond(answer, storedBody(answer, values[0]));
}

function respond(answer: ObjectAnswer, body: Uint8Array): ServerResponse {
  const { result, representation, warnings } = answer;
  return {
    status: result.code,
    headers: { "content-type": contentTypeOf(representation), ...warningHeaders(warnings) },
    body,
  };
}

function storedBody(answer: ObjectAnswer, value: Uint8Array | undefined): Uint8Array {
  if (value === undefined) throw new TypeError("a conversion lost an object");
  const { format, pretty, transform } = answer.representation;
  if (format === "json" && !pretty && transform === undefined) return value;
  return bodyOf(answer, decodeStored(value));
}

function bodyOf(answer: ObjectAnswer, object: JsonObject): Uint8Array {
  return encodeValue(transformed(answer, object), answer.representation);
}

function transformed(answer: ObjectAnswer, object: JsonObject): JsonObject {
  const { resource, representation, query } = answer;
  const { transform } = representation;
  if (transform === undefined || object["kind"] === "Status" || !hasMetadata(object)) return object;
  const { kind, version } = transform;
  if (kind === "PartialObjectMetadata") return partialObjectMetadata(object, version);
  if (kind === "PartialObjectMetadataList") {
    // The real server takes any custom resource for a list here, until it looks inside.
    throw resource.builtIn === true
      ? wrongPartialKind(kind)
      : unknownError("content is not a list");
  }
  const includeObject = includeObjectOf(query);
  return tableOfObject({ resource, object, version, includeObject, headers: "shown" });
}

function transformedList(answer: ObjectAnswer, list: ApiList): object {
  const { resource, representation, query } = answer;
  const { transform } = representation;
  if (transform === undefined) return list;
  const { kind, version } = transform;
  if (kind === "PartialObjectMetadata") throw wrongPartialKind(kind);
  const { metadata } = list;
  const { apiVersion } = list;
  const typed = { apiVersion, kind: resource.kind };
  const objects = list.items.map((item): ApiObject => ({ ...item, ...typed }));
  if (kind === "PartialObjectMetadataList") {
    const { continue: token, ...rest } = metadata;
    const own = token ? metadata : rest;
    return partialObjectMetadataList({ objects: list.items, metadata: own, version });
  }
  const includeObject = includeObjectOf(query);
  return tableOf({ resource, objects, metadata, version, includeObject, headers: "shown" });
}

function hasMetadata(object: JsonObject): object is ApiObject {
  return typeof object["metadata"] === "object" && object["metadata"] !== null;
}
