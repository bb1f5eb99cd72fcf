import type { ServerResponse } from "../../http.js";
import { retryAfterOf, statusErrorOf } from "../../status/index.js";
import { type Accepting, negotiateStatus } from "../negotiation/representation.js";
import type { Warnings } from "../warnings.js";
import { contentTypeOf, encodeValue } from "./encode.js";

/** The Status of what went wrong, in the form that the client wants. */
export function errorResponse(input: {
  readonly error: unknown;
  readonly accepting: Accepting;
  readonly warnings?: Warnings | undefined;
}): ServerResponse {
  const { status, code } = statusErrorOf(input.error);
  const representation = negotiateStatus(input.accepting);
  return {
    status: code,
    headers: {
      "content-type": contentTypeOf(representation),
      ...retryAfterOf(status),
      ...warningHeaders(input.warnings),
    },
    body: encodeValue(status, representation),
  };
}

/** The Warning headers, when there are warnings. */
export function warningHeaders(warnings: Warnings | undefined): Record<string, readonly string[]> {
  const warning = warnings?.headers();
  return warning === undefined ? {} : { warning };
}
