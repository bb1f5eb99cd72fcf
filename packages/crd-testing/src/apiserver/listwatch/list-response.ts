import { parseJSON } from "crd-runtime";
import type { ServerResponse } from "../http.js";
import type { ListRequest, Page } from "../request/list-watcher.js";
import { contentTypeOf, encodeValue } from "../request/response/encode.js";
import type { ListMetadata } from "../table/index.js";
import { listEncodingOf } from "./encoding/index.js";
import { concat, utf8 } from "./encoding/text.js";

/** Larger lists go out in chunks, so that their bytes are in memory once. */
const wholeBytes = 1024 * 1024;
const chunkBytes = 256 * 1024;
const comma = utf8(",");

/** The answer to a list. @throws or rejects with a StatusError */
export async function listResponse(request: ListRequest, page: Page): Promise<ServerResponse> {
  const { representation } = request;
  const encoding = listEncodingOf(request);
  const elements = await encoding.elements(page.entries);
  const { head, tail } = encoding.frame({
    metadata: metadataOf(page),
    isEmpty: elements.length === 0,
  });
  const list = { head: utf8(head), elements, tail: utf8(tail) };
  const headers = { "content-type": contentTypeOf(representation) };
  if (representation.pretty || representation.format === "yaml") {
    const value = parseJSON(new TextDecoder().decode(concat([...partsOf(list)])));
    return { status: 200, headers, body: encodeValue(value, representation) };
  }
  return {
    status: 200,
    headers,
    body: sizeOf(list) > wholeBytes ? chunksOf(list) : concat([...partsOf(list)]),
  };
}

interface ListBytes {
  readonly head: Uint8Array;
  readonly elements: readonly Uint8Array[];
  readonly tail: Uint8Array;
}

function metadataOf(page: Page): ListMetadata {
  const { resourceVersion, continue: token, remainingItemCount } = page;
  return {
    resourceVersion,
    ...(token === "" ? {} : { continue: token }),
    ...(remainingItemCount === undefined ? {} : { remainingItemCount }),
  };
}

function sizeOf({ head, elements, tail }: ListBytes): number {
  return elements.reduce((size, element) => size + element.length + 1, head.length + tail.length);
}

function* partsOf({ head, elements, tail }: ListBytes): Generator<Uint8Array, void, undefined> {
  yield head;
  for (const [index, element] of elements.entries()) {
    if (index > 0) yield comma;
    yield element;
  }
  yield tail;
}

async function* chunksOf(list: ListBytes): AsyncGenerator<Uint8Array, void, undefined> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  for (const part of partsOf(list)) {
    parts.push(part);
    bytes += part.length;
    if (bytes < chunkBytes) continue;
    yield concat(parts);
    parts = [];
    bytes = 0;
  }
  yield concat(parts);
}
