export type { FieldError, FieldErrorType } from "../schema/field-error.js";
export { aggregate, formatFieldError } from "../schema/format-field-error.js";
export { byDiscriminant, oneOf } from "./choices.js";
export {
  byKeys,
  byValue,
  eachItem,
  eachKey,
  eachValue,
  oneOrMany,
  unique,
  unlessBoolean,
} from "./containers.js";
export { type FormatName, format } from "./formats.js";
export {
  type DependentInput,
  dependentForbidden,
  dependentRequired,
  discriminatedUnion,
  type GroupInput,
  union,
  zeroOrOneOf,
} from "./groups.js";
export type { Check, Match, ValidationInput } from "./input.js";
export {
  maxBytes,
  maxItems,
  maximum,
  maxLength,
  maxProperties,
  minItems,
  minimum,
  minLength,
  minProperties,
  neq,
} from "./limits.js";
export {
  forbidden,
  ifPresent,
  type MemberInput,
  optional,
  present,
  required,
  value,
} from "./members.js";
export {
  immutable,
  monotonic,
  noAddEntry,
  noAddItem,
  noModify,
  noRemoveEntry,
  noRemoveItem,
  noSet,
  noUnset,
} from "./update.js";
