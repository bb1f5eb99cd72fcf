import type { ListRequest } from "../../request/list-watcher.js";
import { notAcceptable } from "../../status/index.js";
import { includeObjectOf, wrongPartialKind } from "../../table/index.js";
import type { ListEncoding, WatchEncoding } from "./encoding.js";
import { jsonListEncoding, jsonWatchEncoding } from "./json.js";
import { metadataListEncoding, metadataWatchEncoding } from "./metadata.js";
import { tableListEncoding, tableWatchEncoding } from "./table.js";

/** How a list is to be written. @throws StatusError 400, 406 */
export function listEncodingOf(request: ListRequest): ListEncoding {
  const { resource, query } = request;
  const { transform } = request.representation;
  if (transform === undefined) return jsonListEncoding(resource);
  const { kind, version } = transform;
  if (kind === "PartialObjectMetadata") throw wrongPartialKind(kind);
  if (kind === "PartialObjectMetadataList") return metadataListEncoding({ resource, version });
  return tableListEncoding({ resource, version, includeObject: includeObjectOf(query) });
}

/** How the events of a watch are to be written. @throws StatusError 400 */
export function watchEncodingOf(request: ListRequest): WatchEncoding {
  const { resource, query } = request;
  const { transform } = request.representation;
  if (transform === undefined) return jsonWatchEncoding(resource);
  const { kind, version } = transform;
  if (kind === "Table") {
    return tableWatchEncoding({ resource, version, includeObject: includeObjectOf(query) });
  }
  const encoding = metadataWatchEncoding({ resource, version });
  return kind === "PartialObjectMetadata" ? encoding : failing(encoding);
}

/** There are no lists in a watch: as the real one, it ends without a word where its first event would be. */
function failing(encoding: WatchEncoding): WatchEncoding {
  const fail = (): never => {
    throw notAcceptable(["application/json;as=PartialObjectMetadata"]);
  };
  return { ...encoding, objects: fail, bookmark: fail };
}
