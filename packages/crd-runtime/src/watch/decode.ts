import type { KubernetesObject } from "../meta/index.js";
import { ApiError } from "../rest/api-error.js";
import { toFailure, unexpectedBodyError } from "../rest/error-response.js";
import { isRecord } from "../rest/guards.js";
import { parseJSON } from "../rest/json.js";
import type { RestRequest } from "../rest/request.js";
import type { WatchEvent } from "./event.js";

/**
 * Decodes one line of a watch.
 *
 * @throws ApiError with the Status of an ERROR frame; with code 500 and cause `ClientWatchDecoding`
 * for a line that is no event
 */
export function decodeEvent<T extends KubernetesObject>(input: {
  readonly line: string;
  readonly request: RestRequest;
}): WatchEvent<T> {
  const { line, request } = input;
  const frame = parseFrame(input);
  if (!isRecord(frame) || !isRecord(frame["object"])) {
    throw decodingError({ line, request });
  }
  const { type, object } = frame;
  if (type === "ERROR") {
    throw errorFrame({ object, line, request });
  }
  if (!isEventType(type) || !isRecord(object["metadata"])) {
    throw decodingError({ line, request });
  }
  // Checked as far as every kind agrees; the server vouches for the rest.
  return { type, object } as unknown as WatchEvent<T>;
}

/**
 * Whether the last line is an event that a broken connection has cut off. What does not even begin as one is
 * something else, such as the page of a proxy.
 */
export function isCutOff(line: string): boolean {
  if (!line.trimStart().startsWith("{")) {
    return false;
  }
  try {
    JSON.parse(line);
    return false;
  } catch {
    return true;
  }
}

function isEventType(type: unknown): type is WatchEvent<KubernetesObject>["type"] {
  return type === "ADDED" || type === "MODIFIED" || type === "DELETED" || type === "BOOKMARK";
}

function parseFrame(input: { readonly line: string; readonly request: RestRequest }): unknown {
  try {
    return parseJSON(input.line);
  } catch (cause) {
    throw decodingError({ ...input, cause });
  }
}

function errorFrame(input: {
  readonly object: Record<string, unknown>;
  readonly line: string;
  readonly request: RestRequest;
}): ApiError {
  const status = toFailure(input.object);
  return status === undefined ? decodingError(input) : new ApiError(status);
}

function decodingError(input: {
  readonly line: string;
  readonly request: RestRequest;
  readonly cause?: unknown;
}): ApiError {
  const { line, request, cause } = input;
  return unexpectedBodyError({
    request,
    problem: "holds a line that is no event of a watch",
    text: line,
    causes: [{ reason: "ClientWatchDecoding", message: "the line cannot be decoded" }],
    cause,
  });
}
