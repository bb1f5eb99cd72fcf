/** Kind of a field error: the `reason` of its cause in a Status. */
export type FieldErrorType =
  | "FieldValueDuplicate"
  | "FieldValueForbidden"
  | "FieldValueInvalid"
  | "FieldValueNotFound"
  | "FieldValueNotSupported"
  | "FieldValueRequired"
  | "FieldValueTooLong"
  | "FieldValueTooMany"
  | "FieldValueTypeInvalid"
  | "InternalError";

/** One invalid member; field.Error of apimachinery. */
export interface FieldError {
  readonly type: FieldErrorType;
  /** `spec.replicas`, `spec.items[0].name`, `metadata.labels[example.com/a]`; `<nil>` for no field. */
  readonly field: string;
  /** The value in question. */
  readonly badValue?: unknown;
  /** For NotSupported: the values that are. */
  readonly detail: string;
}
