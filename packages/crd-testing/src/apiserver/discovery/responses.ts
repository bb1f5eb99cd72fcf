import { createHash } from "node:crypto";
import type { ServerRequest, ServerResponse } from "../http.js";

const encoder = new TextEncoder();

/** Plain text. */
export function textResponse(input: {
  readonly status: number;
  readonly text: string;
}): ServerResponse {
  return {
    status: input.status,
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
    body: encoder.encode(input.text),
  };
}

/** A header's first value; `""` when there is none. */
export function headerOf(request: ServerRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** SHA-512 as the server writes its hashes. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha512").update(content).digest("hex").toUpperCase();
}
