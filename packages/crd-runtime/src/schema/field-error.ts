import { goQuote } from "./text/go.js";

/** Kind of a field error: the `reason` of its cause in a Status. */
export type FieldErrorType =
  | "FieldValueDuplicate"
  | "FieldValueForbidden"
  | "FieldValueInvalid"
  | "FieldValueNotFound"
  | "FieldValueNotSupported"
  | "FieldValueRequired"
  | "FieldValueTooFew"
  | "FieldValueTooLong"
  | "FieldValueTooMany"
  | "FieldValueTooShort"
  | "FieldValueTypeInvalid"
  | "InternalError";

/** One invalid member; field.Error of apimachinery. */
export interface FieldError {
  readonly type: FieldErrorType;
  /** `spec.replicas`, `spec.items[0].name`, `metadata.labels[example.com/a]`; `<nil>` for no field. */
  readonly field: string;
  /** The value in question; absent where messages do not show it. */
  readonly badValue?: unknown;
  /** For NotSupported: the values that are. */
  readonly detail: string;
  /** The rule of declarative validation that found it: `maxLength`, `format=k8s-uuid`. No message shows it. */
  readonly origin?: string;
  /** Where the rule stands behind `+k8s:alpha` or `+k8s:beta`. */
  readonly stability?: "alpha" | "beta";
}

/** The name of no field at all, as the server writes it. */
export const noField = "<nil>";

/** An error about a value. */
export interface ValueError {
  readonly field: string;
  readonly value: unknown;
  readonly detail: string;
}

/** A value that is malformed. */
export function invalid({ field, value, detail }: ValueError): FieldError {
  return { type: "FieldValueInvalid", field, badValue: value, detail };
}

/** A value of the wrong type. */
export function typeInvalid({ field, value, detail }: ValueError): FieldError {
  return { type: "FieldValueTypeInvalid", field, badValue: value, detail };
}

/** A value that is missing. */
export function required(field: string, detail = ""): FieldError {
  return { type: "FieldValueRequired", field, badValue: "", detail };
}

/** A value that is well-formed and not permitted here. */
export function forbidden(field: string, detail = ""): FieldError {
  return { type: "FieldValueForbidden", field, badValue: "", detail };
}

/** A value that must be unique and is not. */
export function duplicate(field: string, value: unknown): FieldError {
  return { type: "FieldValueDuplicate", field, badValue: value, detail: "" };
}

/** A value that is none of those supported. */
export function notSupported(input: {
  readonly field: string;
  readonly value: unknown;
  readonly supported: readonly string[];
}): FieldError {
  const { field, value, supported } = input;
  const detail =
    supported.length === 0 ? "" : `supported values: ${supported.map(goQuote).join(", ")}`;
  return { type: "FieldValueNotSupported", field, badValue: value, detail };
}

/** A text longer than `bytes`. */
export function tooLong(field: string, bytes: number): FieldError {
  const detail = `may not be more than ${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  return { type: "FieldValueTooLong", field, badValue: "<value omitted>", detail };
}

/** A list or an object of more than `maximum` members. */
export function tooMany(input: {
  readonly field: string;
  readonly actual: number;
  readonly maximum: number;
}): FieldError {
  const { field, actual, maximum } = input;
  const detail = `must have at most ${maximum} ${maximum === 1 ? "item" : "items"}`;
  return { type: "FieldValueTooMany", field, badValue: actual, detail };
}

/** Something that should not happen. */
export function internalError(field: string, detail: string): FieldError {
  return { type: "InternalError", field, detail };
}
