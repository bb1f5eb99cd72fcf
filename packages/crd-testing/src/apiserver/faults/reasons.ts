import type { Status } from "crd-runtime";
import { expired, failure, internalError } from "../status/index.js";

const reasons: ReadonlyMap<number, string> = new Map([
  [400, "BadRequest"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "NotFound"],
  [405, "MethodNotAllowed"],
  [406, "NotAcceptable"],
  [409, "Conflict"],
  [410, "Expired"],
  [413, "RequestEntityTooLarge"],
  [415, "UnsupportedMediaType"],
  [422, "Invalid"],
  [429, "TooManyRequests"],
  [500, "InternalError"],
  [503, "ServiceUnavailable"],
  [504, "Timeout"],
]);

/** The reason that Kubernetes gives with a code; `""` when there is none. */
export function reasonOf(code: number): string {
  return reasons.get(code) ?? "";
}

/** The Status in the ERROR event of a watch. */
export function statusOfFrame(input: {
  readonly code: 410 | 500 | 504;
  readonly revision: number;
}): Status {
  const { code, revision } = input;
  switch (code) {
    case 410:
      return expired(`too old resource version: ${Math.max(revision - 1, 0)} (${revision})`).status;
    case 500:
      return internalError("an injected fault").status;
    case 504:
      return failure({ code, reason: reasonOf(code), message: "Timeout: an injected fault" })
        .status;
  }
}
