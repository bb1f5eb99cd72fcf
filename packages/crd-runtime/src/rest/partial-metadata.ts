import type { KubernetesObject } from "../meta/index.js";
import type { WatchEvent } from "../watch/event.js";
import { isRecord } from "./guards.js";
import type { ResourceCall } from "./resource-request.js";

const apiVersion = "meta.k8s.io/v1";
const kind = "PartialObjectMetadata";

/** Asks for type and metadata alone; a server that cannot answers with the whole. */
export function acceptMetadata(verb: ResourceCall["verb"]): string | undefined {
  switch (verb) {
    case "list":
      return `application/json;as=${kind}List;g=meta.k8s.io;v=v1,application/json`;
    case "get":
    case "patch":
    case "watch":
      return `application/json;as=${kind};g=meta.k8s.io;v=v1,application/json`;
    default:
      return undefined;
  }
}

/** An object without anything but type and metadata, if it is not so already. */
export function partialMetadata<T extends KubernetesObject>(object: T): T {
  if (object.kind === kind) return object;
  return { apiVersion, kind, metadata: object.metadata } as unknown as T;
}

/** The same for a decoded list, which is changed. */
export function partialMetadataList(list: unknown): void {
  if (!isRecord(list) || list["kind"] === `${kind}List` || !Array.isArray(list["items"])) return;
  list["items"] = list["items"].map((item) => partialMetadata(item));
  list["apiVersion"] = apiVersion;
  list["kind"] = `${kind}List`;
}

/** The same for an event; bookmarks are as small as they can be. */
export function partialMetadataEvent<T extends KubernetesObject>(
  event: WatchEvent<T>,
): WatchEvent<T> {
  return event.type === "BOOKMARK"
    ? event
    : { type: event.type, object: partialMetadata(event.object) };
}
