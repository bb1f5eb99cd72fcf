export { type Comparison, compareTyped, type TypedPair } from "./compare.js";
export { FieldSet, FieldsV1Error } from "./field-set.js";
export type { FieldsNode } from "./fields-v1.js";
export { type Merge, mergeTyped } from "./merge.js";
export { type OpenAPIDocument, openAPIType } from "./open-api-type.js";
export {
  deducedType,
  type FieldType,
  type ListKey,
  type ListType,
  type MapType,
  type ParseableType,
  parseableType,
  type ScalarType,
} from "./parseable-type.js";
export {
  comparePathElements,
  type FieldPath,
  fieldElement,
  fieldPath,
  keyElement,
  type ParsedPathElement,
  type PathElement,
  type PathNumbers,
  parsePathElement,
  pathElementToString,
  pathToString,
  valueElement,
} from "./path-element.js";
export { reconcileFieldSet, withNamedFields } from "./reconcile.js";
export { extractItems, type KeyFields, removeItems } from "./remove.js";
export { toFieldSet } from "./to-field-set.js";
export { TypedError, type ValidationError } from "./typed-error.js";
export { type Duplicates, type Typed, validateTyped } from "./validate.js";
export { valuesEqual } from "./value.js";
