import { aggregate, causesOf, type FieldError } from "crd-runtime/schema";
import { goQuote } from "./go-quote.js";
import { type GroupKind, qualifiedKind } from "./group-resource.js";
import { failure, type StatusError } from "./status-error.js";

/**
 * 422 Invalid, one cause per error: `Database.example.com "orders" is invalid: spec.replicas: Invalid value: ...`. Errors
 * that read alike are named once in the message, and all are causes.
 */
export function invalid(input: {
  readonly kind: GroupKind;
  readonly name: string;
  readonly errors: readonly FieldError[];
}): StatusError {
  const { kind, name, errors } = input;
  const subject = `${qualifiedKind(kind)} ${goQuote(name)} is invalid`;
  return failure({
    code: 422,
    reason: "Invalid",
    message: errors.length === 0 ? subject : `${subject}: ${aggregate(errors)}`,
    details: { group: kind.group, kind: kind.kind, name, causes: [...causesOf(errors)] },
  });
}
