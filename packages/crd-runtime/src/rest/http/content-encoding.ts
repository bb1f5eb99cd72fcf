import type { IncomingMessage } from "node:http";
import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

const decoders: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

/** The body as it was before it was compressed. No request asks for that; proxies do it all the same. */
export function decompressed(message: IncomingMessage): Readable {
  const encoding = message.headers["content-encoding"];
  const create = encoding === undefined ? undefined : decoders.get(encoding.trim().toLowerCase());
  if (create === undefined) {
    return message;
  }
  const decoder = create();
  // Whoever reads hears of failures from the decoder, and ends the message by ending it.
  pipeline(message, decoder, () => {});
  return decoder;
}
