import { failure, type StatusError } from "./status-error.js";

// Errors about a request as such; texts of apimachinery's api/errors and apiserver's negotiation.

/** 400 BadRequest. */
export function badRequest(message: string, cause?: Error): StatusError {
  return failure({ code: 400, reason: "BadRequest", message, cause });
}

/** 401 Unauthorized. */
export function unauthorized(message = "Unauthorized"): StatusError {
  return failure({ code: 401, reason: "Unauthorized", message });
}

/** 404 NotFound of a path below a served group that names no served resource. */
export function resourceNotFound(): StatusError {
  return failure({
    code: 404,
    reason: "NotFound",
    message: "the server could not find the requested resource",
    details: {},
  });
}

/** 405 MethodNotAllowed of a path that is served, but not by this HTTP method. */
export function methodNotAllowed(): StatusError {
  return failure({
    code: 405,
    reason: "MethodNotAllowed",
    message: "the server does not allow this method on the requested resource",
    details: {},
  });
}

/** 406 NotAcceptable: no media type of the Accept header is one of these. */
export function notAcceptable(accepted: readonly string[]): StatusError {
  return failure({
    code: 406,
    reason: "NotAcceptable",
    message: `only the following media types are accepted: ${accepted.join(", ")}`,
  });
}

/** 413 RequestEntityTooLarge. */
export function requestEntityTooLarge(message: string): StatusError {
  return failure({
    code: 413,
    reason: "RequestEntityTooLarge",
    message: `Request entity too large: ${message}`,
  });
}

/** 415 UnsupportedMediaType: the Content-Type is none of these. */
export function unsupportedMediaType(accepted: readonly string[]): StatusError {
  return failure({
    code: 415,
    reason: "UnsupportedMediaType",
    message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(", ")}`,
  });
}

/** 410 Gone. */
export function gone(message: string): StatusError {
  return failure({ code: 410, reason: "Gone", message });
}

/** 410 Expired: a resourceVersion or continue token that is not kept any more. */
export function expired(message: string): StatusError {
  return failure({ code: 410, reason: "Expired", message });
}

/** 429 TooManyRequests. */
export function tooManyRequests(input: {
  readonly message: string;
  readonly retryAfterSeconds: number;
}): StatusError {
  const { message, retryAfterSeconds } = input;
  return failure({
    code: 429,
    reason: "TooManyRequests",
    message,
    details: { retryAfterSeconds },
  });
}
