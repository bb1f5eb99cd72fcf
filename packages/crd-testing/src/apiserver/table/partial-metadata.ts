import type { ApiObject, JsonObject } from "../object.js";
import type { Transform } from "../request/negotiation/representation.js";
import { failure } from "../status/index.js";
import type { ListMetadata } from "./list-metadata.js";

/** An object without all but its metadata. */
export function partialObjectMetadata(
  object: Pick<ApiObject, "metadata">,
  version: Transform["version"],
): JsonObject {
  return {
    kind: "PartialObjectMetadata",
    apiVersion: `meta.k8s.io/${version}`,
    metadata: object.metadata,
  };
}

/** Objects without all but their metadata. */
export function partialObjectMetadataList(input: {
  readonly objects: readonly Pick<ApiObject, "metadata">[];
  readonly metadata: ListMetadata;
  readonly version: Transform["version"];
}): JsonObject {
  const { objects, metadata, version } = input;
  return {
    kind: "PartialObjectMetadataList",
    apiVersion: `meta.k8s.io/${version}`,
    metadata,
    items: objects.map((object) => partialObjectMetadata(object, version)),
  };
}

/** 406: metadata of one object was asked for where a list is, or the other way round. */
export function wrongPartialKind(asked: Transform["kind"]): Error {
  const other =
    asked === "PartialObjectMetadata"
      ? "the requested object is a list (*unstructured.UnstructuredList)"
      : "the requested object is not a list (*unstructured.Unstructured)";
  const message = `you requested ${asked}, but ${other}`;
  return failure({ code: 406, reason: "NotAcceptable", message });
}
