import { describe, expect, it } from "vitest";
import type { Status } from "../../src/meta/index.js";
import * as rest from "../../src/rest/index.js";

const { ApiError } = rest;

const questions = {
  isNotFound: rest.isNotFound,
  isAlreadyExists: rest.isAlreadyExists,
  isConflict: rest.isConflict,
  isGone: rest.isGone,
  isExpired: rest.isExpired,
  isInvalid: rest.isInvalid,
  isBadRequest: rest.isBadRequest,
  isUnauthorized: rest.isUnauthorized,
  isForbidden: rest.isForbidden,
  isMethodNotSupported: rest.isMethodNotSupported,
  isNotAcceptable: rest.isNotAcceptable,
  isRequestEntityTooLarge: rest.isRequestEntityTooLarge,
  isUnsupportedMediaType: rest.isUnsupportedMediaType,
  isTooManyRequests: rest.isTooManyRequests,
  isInternalError: rest.isInternalError,
  isServiceUnavailable: rest.isServiceUnavailable,
  isTimeout: rest.isTimeout,
  isServerTimeout: rest.isServerTimeout,
  isNamespaceTerminating: rest.isNamespaceTerminating,
  isTooLargeResourceVersion: rest.isTooLargeResourceVersion,
} as const;

type Question = keyof typeof questions;

/** The questions that an error answers with yes; method and function must agree. */
function answers(status: Status): Question[] {
  const error = new ApiError(status);
  const names = Object.keys(questions) as Question[];
  return names.filter((name) => {
    expect(questions[name](error)).toBe(error[name]());
    return error[name]();
  });
}

describe("ApiError", () => {
  it.each<{ status: Status; yes: Question[] }>([
    { status: { reason: "NotFound", code: 404 }, yes: ["isNotFound"] },
    { status: { code: 404 }, yes: ["isNotFound"] },
    { status: { reason: "SomethingNew", code: 404 }, yes: ["isNotFound"] },
    // A known reason counts, whatever the code.
    { status: { reason: "Forbidden", code: 404 }, yes: ["isForbidden"] },
    { status: { reason: "AlreadyExists", code: 409 }, yes: ["isAlreadyExists"] },
    { status: { reason: "Conflict", code: 409 }, yes: ["isConflict"] },
    { status: { code: 409 }, yes: ["isConflict"] },
    { status: { reason: "Gone", code: 410 }, yes: ["isGone"] },
    { status: { reason: "Expired", code: 410 }, yes: ["isGone", "isExpired"] },
    { status: { reason: "Unknown", code: 410 }, yes: ["isGone"] },
    { status: { reason: "Invalid", code: 422 }, yes: ["isInvalid"] },
    { status: { reason: "BadRequest", code: 400 }, yes: ["isBadRequest"] },
    { status: { reason: "Unauthorized", code: 401 }, yes: ["isUnauthorized"] },
    { status: { code: 403 }, yes: ["isForbidden"] },
    { status: { reason: "MethodNotAllowed", code: 405 }, yes: ["isMethodNotSupported"] },
    { status: { code: 406 }, yes: ["isNotAcceptable"] },
    { status: { code: 413 }, yes: ["isRequestEntityTooLarge"] },
    { status: { code: 415 }, yes: ["isUnsupportedMediaType"] },
    { status: { reason: "TooManyRequests", code: 429 }, yes: ["isTooManyRequests"] },
    { status: { reason: "Timeout", code: 429 }, yes: ["isTooManyRequests", "isTimeout"] },
    { status: { reason: "InternalError", code: 500 }, yes: ["isInternalError"] },
    { status: { reason: "ServerTimeout", code: 500 }, yes: ["isServerTimeout"] },
    { status: { reason: "ServiceUnavailable", code: 503 }, yes: ["isServiceUnavailable"] },
    { status: { reason: "Timeout", code: 504 }, yes: ["isTimeout"] },
    {
      status: {
        reason: "Forbidden",
        code: 403,
        details: { causes: [{ reason: "NamespaceTerminating" }] },
      },
      yes: ["isForbidden", "isNamespaceTerminating"],
    },
    {
      status: {
        reason: "Timeout",
        code: 504,
        details: { causes: [{ reason: "ResourceVersionTooLarge" }] },
      },
      yes: ["isTimeout", "isTooLargeResourceVersion"],
    },
    {
      status: { reason: "Timeout", code: 504, message: "Too large resource version: 9" },
      yes: ["isTimeout", "isTooLargeResourceVersion"],
    },
    {
      status: {
        reason: "Timeout",
        code: 504,
        details: { causes: [{ message: "Too large resource version" }] },
      },
      yes: ["isTimeout", "isTooLargeResourceVersion"],
    },
    { status: {}, yes: [] },
    { status: { reason: "toString", code: 0 }, yes: [] },
  ])("$status answers yes to $yes", ({ status, yes }) => {
    expect(answers(status)).toEqual(yes);
  });

  it("shows the Status", () => {
    const error = new ApiError({ message: "no", reason: "NotFound", code: 404 });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "ApiError", message: "no", code: 404, reason: "NotFound" });
    expect(new ApiError({})).toMatchObject({ code: 0, reason: "Unknown" });
  });

  it("says when to ask again", () => {
    const suggested = (status: Status): number | undefined =>
      new ApiError(status).suggestedDelaySeconds();
    expect(suggested({ details: { retryAfterSeconds: 3 } })).toBe(3);
    expect(suggested({ reason: "ServerTimeout" })).toBe(0);
    expect(suggested({ details: { retryAfterSeconds: 0 } })).toBeUndefined();
  });

  it("lets the questions be asked of anything", () => {
    for (const thing of [undefined, null, "404", { code: 404 }, new Error("NotFound")]) {
      expect(Object.values(questions).some((ask) => ask(thing))).toBe(false);
      expect(rest.isApiError(thing)).toBe(false);
    }
  });

  it("does not break on causes that are null", () => {
    const status = { details: { causes: [null] } } as unknown as Status;
    expect(() => answers(status)).not.toThrow();
  });
});
