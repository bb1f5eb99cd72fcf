import { constants, gzipSync } from "node:zlib";
import type { ServerResponse } from "../../http.js";

/** Smaller answers are not compressed. */
const threshold = 128 * 1024;

/** Compresses a large answer for a client that takes gzip. Follows deferredResponseWriter of apiserver. */
export function compressed(response: ServerResponse, acceptEncoding: string): ServerResponse {
  const { body, headers } = response;
  if (!(body instanceof Uint8Array) || body.length <= threshold) return response;
  if (!acceptEncoding.split(",").some((part) => part.trim().split(";", 1)[0] === "gzip")) {
    return response;
  }
  return {
    ...response,
    headers: { ...headers, "content-encoding": "gzip", vary: "Accept-Encoding" },
    body: gzipSync(body, { level: constants.Z_BEST_SPEED }),
  };
}
