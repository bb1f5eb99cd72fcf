export type {
  CelCompileError,
  CelCompileInput,
  CelCompiler,
  CelEvaluateInput,
  CelProgram,
  CelResult,
  CelScope,
  CelScopeInput,
} from "./cel/cel-compiler.js";
export {
  type CompiledRules,
  type CompileRulesInput,
  compileRules,
} from "./cel/compile-rules.js";
export { ruleChecks } from "./cel/rule-checks.js";
export type { CompiledRule, RuleNode } from "./cel/rule-node.js";
export {
  blocksRules,
  type RuleErrors,
  rulesNotRun,
  type ValidateRulesInput,
  validateRules,
} from "./cel/validate-rules.js";
export {
  CompiledSchema,
  compile,
  type ObjectInput,
  type ValidateInput,
  validate,
} from "./compile.js";
export { applyDefaults, type DefaultInput, pruneNulls } from "./defaults.js";
export { defaultCustomResourceDefinition } from "./definition/defaults.js";
export {
  type DefinitionInput,
  validateCustomResourceDefinition,
  validateCustomResourceDefinitionStatus,
} from "./definition/validate.js";
export { definitionWarnings } from "./definition/warnings.js";
export {
  duplicate,
  type FieldError,
  type FieldErrorType,
  forbidden,
  internalError,
  invalid,
  noField,
  notSupported,
  required,
  tooLong,
  tooMany,
  typeInvalid,
  type ValueError,
} from "./field-error.js";
export {
  aggregate,
  causesOf,
  type FieldErrorCause,
  fieldErrorBody,
  formatFieldError,
} from "./format-field-error.js";
export { stringFormat } from "./formats/index.js";
export { copyJson, equalJson } from "./json.js";
export { type ListTypeInput, listTypeErrors } from "./list-types.js";
export { type Coerced, type CoerceInput, coerceMetadata } from "./metadata/coerce.js";
export { fieldManagerErrors } from "./metadata/managed-fields.js";
export {
  dns1035LabelErrors,
  dnsLabelErrors,
  dnsSubdomainErrors,
  type NameValidator,
  pathSegmentErrors,
} from "./metadata/names.js";
export {
  type ObjectMetaInput,
  type ObjectMetaUpdateInput,
  validateObjectMeta,
  validateObjectMetaUpdate,
} from "./metadata/object-meta.js";
export { findField } from "./openapi/field-path.js";
export { type PruneInput, prune } from "./prune.js";
export type {
  NestedValueValidation,
  SchemaType,
  Structural,
  ValueValidation,
} from "./structural.js";
export {
  type RuleChecks,
  type SchemaErrorsInput,
  type StructuralResult,
  schemaErrors,
  structuralFrom,
} from "./structural-from.js";
export { Structurals, structuralOf } from "./structural-of.js";
export { compareUtf8, goJson } from "./text/go.js";
export { type GoTime, GoTimeError, parseGoTime } from "./text/go-time.js";
export { withoutOldBreaks } from "./text/old-line-breaks.js";
export { Pattern, patternError } from "./value/pattern.js";
export { resourceSchema, ValueSchema, valueSchema } from "./value-schema.js";
