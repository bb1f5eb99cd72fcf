import type { Status, StatusCause, StatusDetails } from "../meta/index.js";
import { ApiError } from "./api-error.js";
import { isRecord } from "./guards.js";
import type { RestRequest } from "./request.js";
import type { HttpHeaders } from "./transport.js";

/** Characters of a body that is no Status which an error keeps. */
const maxText = 2048;

/** The head of an answer, and its body as text. */
export interface ErrorResponse {
  readonly request: RestRequest;
  readonly code: number;
  readonly headers: HttpHeaders;
  readonly text: string;
  /** What the transport adds. */
  readonly hint?: string | undefined;
  /** What an earlier attempt of the call failed with. */
  readonly cause?: unknown;
}

/** The error that an answer stands for: the Status in its body, or one made from its code and text. */
export function apiErrorFromResponse(response: ErrorResponse): ApiError {
  const { code, text, hint, cause } = response;
  const status = parseStatus(text);
  return new ApiError(
    status === undefined ? genericStatus(response) : { ...status, code: status.code || code },
    cause === undefined ? { hint } : { hint, cause },
  );
}

/** The error of an answer that should have been an object, a list or an event. */
export function unexpectedBodyError(input: {
  readonly request: RestRequest;
  readonly problem: string;
  readonly text: string;
  /** Further causes in the Status. */
  readonly causes?: readonly StatusCause[];
  readonly cause?: unknown;
}): ApiError {
  const { request, problem, text, causes = [], cause } = input;
  const status: Status = {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message: `the answer to ${nameOf(request)} ${problem}: ${quoted(text)}`,
    reason: "InternalError",
    details: { causes: [unexpected(text), ...causes] },
    code: 500,
  };
  return new ApiError(status, cause === undefined ? undefined : { cause });
}

/** Reads a Status that says Failure; undefined when the text is anything else. */
export function toFailure(value: unknown): Status | undefined {
  if (!isRecord(value) || value["kind"] !== "Status") {
    return undefined;
  }
  const { apiVersion, status, code, message, reason, details } = value;
  const isStatus =
    apiVersion === "v1" || apiVersion === "meta.k8s.io/v1" || apiVersion === undefined;
  const wellFormed =
    (code === undefined || typeof code === "number") &&
    (message === undefined || typeof message === "string") &&
    (reason === undefined || typeof reason === "string") &&
    (details === undefined || details === null || isDetails(details));
  return isStatus && wellFormed && status !== "Success" ? (value as Status) : undefined;
}

/** As far as the questions of ApiError look into them. */
function isDetails(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { causes, retryAfterSeconds: seconds } = value;
  return (
    (causes === undefined || causes === null || (Array.isArray(causes) && causes.every(isCause))) &&
    (seconds === undefined || seconds === null || typeof seconds === "number")
  );
}

function isCause(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return value["message"] === undefined || typeof value["message"] === "string";
}

function parseStatus(text: string): Status | undefined {
  try {
    return toFailure(JSON.parse(text));
  } catch {
    // Proxies, load balancers and unknown paths answer with text.
    return undefined;
  }
}

function genericStatus(response: ErrorResponse): Status {
  const { request, code, headers, text } = response;
  const retryAfterSeconds = retryAfter(headers);
  const details: StatusDetails = {
    causes: [unexpected(text)],
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  return {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message: `${describe(response)} (${nameOf(request)} answered ${code})`,
    reason: code === 409 && request.method === "POST" ? "AlreadyExists" : reasonOf(code),
    details,
    code,
  };
}

function describe(response: ErrorResponse): string {
  const { code, text, headers } = response;
  const said = text.trim() === "" ? "" : `: ${quoted(text)}`;
  if (code === 404 && text.startsWith("404 page not found")) {
    return "the server does not know this resource: is its CustomResourceDefinition installed, and is the version served?";
  }
  const { location } = headers;
  if (code >= 300 && code < 400 && location !== undefined) {
    return `the server redirects to ${location}: use that as its address`;
  }
  return `${sentences.get(code) ?? (code >= 500 ? "the server failed" : "the server refused the call")}${said}`;
}

const sentences: ReadonlyMap<number, string> = new Map([
  [400, "the server does not understand the request"],
  [401, "the server does not accept the credentials, or there are none"],
  [403, "the user may not do this"],
  [404, "the server has nothing here"],
  [405, "the resource does not support this method"],
  [406, "the server cannot answer in the form asked for"],
  [407, "the proxy asks for credentials"],
  [409, "the server reports a conflict"],
  [410, "what was asked for is not kept any more"],
  [413, "the body is too large for the server"],
  [415, "the server does not take a body of this type"],
  [422, "the server finds the object invalid"],
  [429, "the server is asked too often"],
  [503, "the server cannot take the request now"],
  [504, "the server did not finish in time"],
]);

const reasons: ReadonlyMap<number, string> = new Map([
  [400, "BadRequest"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "NotFound"],
  [405, "MethodNotAllowed"],
  [406, "NotAcceptable"],
  [409, "Conflict"],
  [413, "RequestEntityTooLarge"],
  [415, "UnsupportedMediaType"],
  [422, "Invalid"],
  [429, "TooManyRequests"],
  [503, "ServiceUnavailable"],
  [504, "Timeout"],
]);

/** 410 stays Unknown, as in client-go: `ApiError.isGone` knows it by its code. */
function reasonOf(code: number): string {
  return reasons.get(code) ?? (code >= 500 ? "InternalError" : "Unknown");
}

function nameOf(request: RestRequest): string {
  return `${request.method} ${request.path}`;
}

function unexpected(text: string): StatusCause {
  return { reason: "UnexpectedServerResponse", message: text.slice(0, maxText) };
}

function quoted(text: string): string {
  const line = text.slice(0, maxText).trim().replaceAll(/\s+/g, " ");
  return text.length > maxText ? `${line}...` : line || "it is empty";
}

/** Whole seconds of a `Retry-After` header; dates are not understood, as in client-go. */
export function retryAfter(headers: HttpHeaders): number | undefined {
  const value = headers["retry-after"];
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
