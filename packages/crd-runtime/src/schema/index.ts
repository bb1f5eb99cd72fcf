export type { FieldError, FieldErrorType } from "./field-error.js";
export type {
  NestedValueValidation,
  SchemaType,
  Structural,
  ValueValidation,
} from "./structural.js";
