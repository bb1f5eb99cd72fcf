import { stringifyJSON } from "./json.js";
import { formatQuery, type Query } from "./query.js";
import type { TransportRequest } from "./transport.js";

/** A request in terms of the API: what `RestClient.request` sends. Plain data. */
export interface RestRequest {
  readonly method: TransportRequest["method"];
  /** Absolute path, its segments encoded: `/apis/example.com/v1`. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON; strings and bytes are sent as they are. */
  readonly body?: unknown;
  /** Of the body; default `application/json`. */
  readonly contentType?: string | undefined;
  /** Default `application/json`. */
  readonly accept?: string | undefined;
}

/**
 * Builds the HTTP request: pure, needs no server. Every body has its length in the head, since
 * node:http leaves it out for DELETE, and what follows on that connection would be read as the body.
 */
export function buildRequest(input: {
  readonly request: RestRequest;
  readonly userAgent: string;
  /** Asks for a compressed answer. */
  readonly compression?: boolean | undefined;
}): TransportRequest {
  const { request, userAgent, compression = false } = input;
  const { method, query } = request;
  const path = query === undefined ? request.path : request.path + formatQuery(query);
  const headers: Record<string, string> = {
    accept: request.accept ?? "application/json",
    "user-agent": userAgent,
    ...(compression ? { "accept-encoding": "gzip" } : {}),
  };
  if (request.body === undefined) {
    if (method !== "GET" && method !== "DELETE") {
      headers["content-length"] = "0";
    }
    return { method, path, headers };
  }
  const body = encodeBody(request.body);
  headers["content-type"] = request.contentType ?? "application/json";
  headers["content-length"] = String(body.byteLength);
  return { method, path, headers, body };
}

function encodeBody(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) {
    return body;
  }
  return Buffer.from(typeof body === "string" ? body : stringifyJSON(body));
}
