export type { FieldError, FieldErrorType } from "../schema/field-error.js";
export { aggregate, formatFieldError } from "../schema/format-field-error.js";
export { byDiscriminant, oneOf } from "./choices.js";
export {
  alpha,
  besideSchema,
  beta,
  ifDisabled,
  ifEnabled,
  type OptionInput,
} from "./conditions.js";
export {
  byKeys,
  byValue,
  eachItem,
  eachKey,
  eachValue,
  item,
  itemAt,
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
export type { Check, Match, RuledInput, ValidationInput, ValidationSettings } from "./input.js";
export { type ItemKey, unionOfItems, zeroOrOneOfItems } from "./item-groups.js";
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
export { type ModeInput, modal } from "./modes.js";
export type { PresenceRule } from "./presence.js";
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
