import type { KubernetesObject, StatusCause } from "../../src/meta/index.js";
import { ApiError } from "../../src/rest/index.js";

/** An object of a kind that only tests have. */
export interface Thing extends KubernetesObject {
  spec?: { value: number };
}

export function thing(input: {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly labels?: Record<string, string>;
  readonly value?: number;
}): Thing {
  const {
    name,
    namespace = "default",
    uid = `uid-${name}`,
    resourceVersion,
    labels,
    value,
  } = input;
  return {
    apiVersion: "example.com/v1",
    kind: "Thing",
    metadata: {
      name,
      ...(namespace === "" ? {} : { namespace }),
      uid,
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      ...(labels === undefined ? {} : { labels }),
    },
    ...(value === undefined ? {} : { spec: { value } }),
  };
}

/** An error of the API server. */
export function apiError(input: {
  readonly code: number;
  readonly reason?: string;
  readonly message?: string;
  readonly causes?: StatusCause[];
}): ApiError {
  const { code, reason = "", message = `code ${code}`, causes } = input;
  return new ApiError({
    status: "Failure",
    code,
    reason,
    message,
    ...(causes === undefined ? {} : { details: { causes } }),
  });
}

export const expired = (): ApiError => apiError({ code: 410, reason: "Expired" });
export const tooManyRequests = (): ApiError => apiError({ code: 429, reason: "TooManyRequests" });
export const internalError = (): ApiError => apiError({ code: 500, reason: "InternalError" });

/** What a client throws when nothing listens. */
export function connectionRefused(): Error {
  const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), {
    code: "ECONNREFUSED",
  });
  return new TypeError("request failed", { cause });
}
