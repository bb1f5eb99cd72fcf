import type { FieldError, FieldErrorType } from "./field-error.js";
import { goJson, goNumber, goQuote } from "./text/go.js";
import { Printed } from "./text/printed.js";

/** One reason of a Status; metav1.StatusCause. */
export interface FieldErrorCause {
  readonly reason: FieldErrorType;
  readonly message: string;
  readonly field: string;
}

const titles: Readonly<Record<FieldErrorType, string>> = {
  FieldValueDuplicate: "Duplicate value",
  FieldValueForbidden: "Forbidden",
  FieldValueInvalid: "Invalid value",
  FieldValueNotFound: "Not found",
  FieldValueNotSupported: "Unsupported value",
  FieldValueRequired: "Required value",
  FieldValueTooFew: "Too few",
  FieldValueTooLong: "Too long",
  FieldValueTooMany: "Too many",
  FieldValueTooShort: "Too short",
  FieldValueTypeInvalid: "Invalid value",
  InternalError: "Internal error",
};

const withoutValue: ReadonlySet<FieldErrorType> = new Set<FieldErrorType>([
  "FieldValueForbidden",
  "FieldValueRequired",
  "FieldValueTooLong",
  "InternalError",
]);

/**
 * The sentence about a field error, as the server prints it; field.Error.Error() of apimachinery.
 *
 * @example
 * formatFieldError({ type: "FieldValueInvalid", field: "spec.replicas", badValue: -1, detail: "must not be negative" });
 * // spec.replicas: Invalid value: -1: must not be negative
 */
export function formatFieldError(error: FieldError): string {
  return `${error.field}: ${fieldErrorBody(error)}`;
}

/** The sentence without the field; field.Error.ErrorBody(), and `message` of a cause in a Status. */
export function fieldErrorBody(error: FieldError): string {
  const title = titles[error.type];
  // An absent value is one that is not shown; a present undefined is null.
  const shown = !withoutValue.has(error.type) && Object.hasOwn(error, "badValue");
  const head = shown ? `${title}: ${printed(error.badValue)}` : title;
  return error.detail === "" ? head : `${head}: ${error.detail}`;
}

/**
 * One sentence for several errors: the only one as it is, more of them as `[a, b]`, each text once; `""` for none.
 * The server's `... is invalid: ` is followed by it.
 */
export function aggregate(errors: readonly FieldError[]): string {
  const texts = [...new Set(errors.map(formatFieldError))];
  const [first = ""] = texts;
  return texts.length < 2 ? first : `[${texts.join(", ")}]`;
}

/** `details.causes` of a Status, one for each error in order. */
export function causesOf(errors: readonly FieldError[]): readonly FieldErrorCause[] {
  return errors.map((error) => ({
    reason: error.type,
    message: fieldErrorBody(error),
    field: error.field,
  }));
}

function printed(value: unknown): string {
  if (typeof value === "string") return goQuote(value);
  if (value instanceof Printed) return value.text;
  if (typeof value === "number" || typeof value === "bigint") return goNumber(value);
  return goJson(value ?? null);
}
