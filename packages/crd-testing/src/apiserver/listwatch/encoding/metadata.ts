import { stringifyJSON } from "crd-runtime";
import type { ApiObject } from "../../object.js";
import type { Transform } from "../../request/negotiation/representation.js";
import type { ApiResource } from "../../resources/resource.js";
import { partialObjectMetadata } from "../../table/index.js";
import { bookmarkObject } from "./bookmark-object.js";
import { decoded } from "./decoded.js";
import type { ListEncoding, WatchEncoding } from "./encoding.js";
import { utf8 } from "./text.js";

interface Target {
  readonly resource: ApiResource;
  readonly version: Transform["version"];
}

/** A PartialObjectMetadataList. */
export function metadataListEncoding({ resource, version }: Target): ListEncoding {
  return {
    elements: (entries) => decoded({ resource, entries, encode: metadataOf(version) }),
    frame({ metadata, isEmpty }) {
      const head = `{"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/${version}","metadata":${JSON.stringify(metadata)},"items":`;
      return isEmpty ? { head, tail: "null}\n" } : { head: `${head}[`, tail: "]}\n" };
    },
  };
}

/** PartialObjectMetadata in each event. */
export function metadataWatchEncoding({ resource, version }: Target): WatchEncoding {
  const encoding: WatchEncoding = {
    key: `PartialObjectMetadata/${version}`,
    objects: (entries) => decoded({ resource, entries, encode: metadataOf(version) }),
    bookmark: (bookmark) =>
      stringifyJSON(partialObjectMetadata(bookmarkObject(resource, bookmark), version)),
    get next() {
      return encoding;
    },
  };
  return encoding;
}

function metadataOf(version: Transform["version"]): (object: ApiObject) => Uint8Array {
  return (object) => utf8(stringifyJSON(partialObjectMetadata(object, version)));
}
