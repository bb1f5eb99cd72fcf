import type { Status } from "crd-runtime";
import type { ServerResponse } from "../http.js";
import { unknownError } from "./server-errors.js";
import { StatusError } from "./status-error.js";

const encoder = new TextEncoder();

/** The answer to a request that failed. Never throws; an error of another class is a 500 with its message. */
export function statusResponse(error: unknown): ServerResponse {
  const { status, code } = statusErrorOf(error);
  return {
    status: code,
    headers: { "content-type": "application/json", ...retryAfterOf(status) },
    body: encoder.encode(`${JSON.stringify(status)}\n`),
  };
}

/** The StatusError that an error is, or that stands for it. */
export function statusErrorOf(error: unknown): StatusError {
  if (error instanceof StatusError) return error;
  return unknownError(error instanceof Error ? error.message : String(error), { cause: error });
}

/** The Retry-After header of a Status that names a delay. */
export function retryAfterOf(status: Readonly<Status>): Record<string, string> {
  const seconds = status.details?.retryAfterSeconds ?? 0;
  return seconds > 0 ? { "retry-after": String(seconds) } : {};
}
