import type { StatusCause } from "crd-runtime";
import type { FieldError, FieldErrorType } from "crd-runtime/schema";
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
    details: { group: kind.group, kind: kind.kind, name, causes: errors.map(causeOf) },
  });
}

function aggregate(errors: readonly FieldError[]): string {
  const texts = [...new Set(errors.map((error) => `${error.field}: ${errorBody(error)}`))];
  return texts.length === 1 ? texts.join() : `[${texts.join(", ")}]`;
}

function causeOf(error: FieldError): StatusCause {
  return { reason: error.type, message: errorBody(error), field: error.field };
}

const titles: Readonly<Record<FieldErrorType, string>> = {
  FieldValueDuplicate: "Duplicate value",
  FieldValueForbidden: "Forbidden",
  FieldValueInvalid: "Invalid value",
  FieldValueNotFound: "Not found",
  FieldValueNotSupported: "Unsupported value",
  FieldValueRequired: "Required value",
  FieldValueTooLong: "Too long",
  FieldValueTooMany: "Too many",
  FieldValueTypeInvalid: "Invalid value",
  InternalError: "Internal error",
};

const withoutValue: ReadonlySet<FieldErrorType> = new Set([
  "FieldValueRequired",
  "FieldValueForbidden",
  "FieldValueTooLong",
  "InternalError",
]);

function errorBody(error: FieldError): string {
  const title = titles[error.type];
  const head = withoutValue.has(error.type) ? title : `${title}: ${valueText(error.badValue)}`;
  return error.detail === "" ? head : `${head}: ${error.detail}`;
}

function valueText(value: unknown): string {
  return typeof value === "string" ? goQuote(value) : (JSON.stringify(value) ?? "null");
}
