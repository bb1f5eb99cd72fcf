import { type GroupResource, qualifiedResource } from "./group-resource.js";
import { failure, type StatusError } from "./status-error.js";

// Errors that are the server's own; texts of apimachinery's api/errors and apiserver's storage.

/** 500 InternalError: `Internal error occurred: ` and the message. */
export function internalError(message: string, options: ErrorOptions = {}): StatusError {
  return failure({
    code: 500,
    reason: "InternalError",
    message: `Internal error occurred: ${message}`,
    details: { causes: [{ message }] },
    cause: options.cause,
  });
}

/** 500 without a reason: what the server makes of an error that is no Status. */
export function unknownError(message: string, options: ErrorOptions = {}): StatusError {
  return failure({ code: 500, reason: "", message, cause: options.cause });
}

/** 500 ServerTimeout: the call may be repeated after the delay. */
export function serverTimeout(input: {
  readonly resource: GroupResource;
  readonly operation: string;
  readonly retryAfterSeconds: number;
}): StatusError {
  const { resource, operation, retryAfterSeconds } = input;
  const name = qualifiedResource(resource);
  return failure({
    code: 500,
    reason: "ServerTimeout",
    message: `The ${operation} operation against ${name} could not be completed at this time, please try again.`,
    details: {
      group: resource.group,
      kind: resource.resource,
      name: operation,
      retryAfterSeconds,
    },
  });
}

/** 501: the embedded server does not model this. The text says what, and where its omissions are listed. */
export function notImplemented(what: string): StatusError {
  return failure({
    code: 501,
    reason: "NotImplemented",
    message: `the embedded API server does not model ${what}: see "What it does not model" in docs/testing.md`,
  });
}

/** 503 ServiceUnavailable. */
export function serviceUnavailable(message: string): StatusError {
  return failure({ code: 503, reason: "ServiceUnavailable", message });
}

/** 504 Timeout: `Timeout: ` and the message. */
export function timeout(input: {
  readonly message: string;
  readonly retryAfterSeconds: number;
}): StatusError {
  const { message, retryAfterSeconds } = input;
  return failure({
    code: 504,
    reason: "Timeout",
    message: `Timeout: ${message}`,
    details: { retryAfterSeconds },
  });
}

/** 504 Timeout with cause ResourceVersionTooLarge: a read wants a revision that does not exist yet. */
export function tooLargeResourceVersion(input: {
  readonly requested: bigint | number;
  readonly current: number;
}): StatusError {
  return failure({
    code: 504,
    reason: "Timeout",
    message: `Timeout: Too large resource version: ${input.requested}, current: ${input.current}`,
    details: {
      causes: [{ reason: "ResourceVersionTooLarge", message: "Too large resource version" }],
      retryAfterSeconds: 1,
    },
  });
}
