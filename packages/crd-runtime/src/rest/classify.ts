import { ApiError } from "./api-error.js";

// Questions to ask of anything that was caught: false for what is no ApiError. Each is the method of
// the same name on ApiError.

/** Whether the error is an answer of the server. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof ApiError;
}

/** `ApiError.isNotFound` of anything that was caught. */
export function isNotFound(error: unknown): error is ApiError {
  return isApiError(error) && error.isNotFound();
}

/** `ApiError.isAlreadyExists` of anything that was caught. */
export function isAlreadyExists(error: unknown): error is ApiError {
  return isApiError(error) && error.isAlreadyExists();
}

/** `ApiError.isConflict` of anything that was caught. */
export function isConflict(error: unknown): error is ApiError {
  return isApiError(error) && error.isConflict();
}

/** `ApiError.isGone` of anything that was caught. */
export function isGone(error: unknown): error is ApiError {
  return isApiError(error) && error.isGone();
}

/** `ApiError.isExpired` of anything that was caught. */
export function isExpired(error: unknown): error is ApiError {
  return isApiError(error) && error.isExpired();
}

/** `ApiError.isInvalid` of anything that was caught. */
export function isInvalid(error: unknown): error is ApiError {
  return isApiError(error) && error.isInvalid();
}

/** `ApiError.isBadRequest` of anything that was caught. */
export function isBadRequest(error: unknown): error is ApiError {
  return isApiError(error) && error.isBadRequest();
}

/** `ApiError.isUnauthorized` of anything that was caught. */
export function isUnauthorized(error: unknown): error is ApiError {
  return isApiError(error) && error.isUnauthorized();
}

/** `ApiError.isForbidden` of anything that was caught. */
export function isForbidden(error: unknown): error is ApiError {
  return isApiError(error) && error.isForbidden();
}

/** `ApiError.isMethodNotSupported` of anything that was caught. */
export function isMethodNotSupported(error: unknown): error is ApiError {
  return isApiError(error) && error.isMethodNotSupported();
}

/** `ApiError.isNotAcceptable` of anything that was caught. */
export function isNotAcceptable(error: unknown): error is ApiError {
  return isApiError(error) && error.isNotAcceptable();
}

/** `ApiError.isRequestEntityTooLarge` of anything that was caught. */
export function isRequestEntityTooLarge(error: unknown): error is ApiError {
  return isApiError(error) && error.isRequestEntityTooLarge();
}

/** `ApiError.isUnsupportedMediaType` of anything that was caught. */
export function isUnsupportedMediaType(error: unknown): error is ApiError {
  return isApiError(error) && error.isUnsupportedMediaType();
}

/** `ApiError.isTooManyRequests` of anything that was caught. */
export function isTooManyRequests(error: unknown): error is ApiError {
  return isApiError(error) && error.isTooManyRequests();
}

/** `ApiError.isInternalError` of anything that was caught. */
export function isInternalError(error: unknown): error is ApiError {
  return isApiError(error) && error.isInternalError();
}

/** `ApiError.isServiceUnavailable` of anything that was caught. */
export function isServiceUnavailable(error: unknown): error is ApiError {
  return isApiError(error) && error.isServiceUnavailable();
}

/** `ApiError.isTimeout` of anything that was caught. */
export function isTimeout(error: unknown): error is ApiError {
  return isApiError(error) && error.isTimeout();
}

/** `ApiError.isServerTimeout` of anything that was caught. */
export function isServerTimeout(error: unknown): error is ApiError {
  return isApiError(error) && error.isServerTimeout();
}

/** `ApiError.isNamespaceTerminating` of anything that was caught. */
export function isNamespaceTerminating(error: unknown): error is ApiError {
  return isApiError(error) && error.isNamespaceTerminating();
}

/** `ApiError.isTooLargeResourceVersion` of anything that was caught. */
export function isTooLargeResourceVersion(error: unknown): error is ApiError {
  return isApiError(error) && error.isTooLargeResourceVersion();
}
