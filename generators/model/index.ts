export { type BuiltinName, builtins } from "./builtins.js";
export { celName } from "./cel-name.js";
export {
  type Constraint,
  type ConstraintStep,
  type ConstraintValues,
  constraintsOf,
  mergeConstraints,
  type ValidationRule,
  withoutPath,
} from "./constraints.js";
export { deprecationOf, releaseText, replacementText, withDeprecation } from "./deprecation.js";
export { isDomain } from "./domain.js";
export { defaultOf } from "./effective-default.js";
export { exactJson, isInexact, readExactJson } from "./exact-json.js";
export { stringLiterals, type TaggedInterface, taggedInterfaces } from "./interfaces.js";
export { isJsonObject } from "./json.js";
export {
  isApiSource,
  type LinkInput,
  type LinkOutput,
  linkModel,
  type PackageSyntax,
} from "./link/index.js";
export {
  allMembers,
  ancestors,
  asksForOpenApi,
  extendsBuiltin,
  indexModel,
  insideOf,
  isImported,
  isOpenApiSwitch,
  isScalar,
  isValidated,
  type ModelIndex,
  resolveAliases,
  type TypesById,
  typeById,
  withoutNull,
} from "./lookup.js";
export {
  codeGeneratorPluralOf,
  compareVersions,
  conversionName,
  customValidationName,
  freeGroupName,
  groupFolderOf,
  groupGoNameOf,
  isDnsLabel,
  isDnsSubdomain,
  isIdentifier,
  isKubernetesVersion,
  lowerCamel,
  pluralNameOf,
  pluralOf,
  schemaNames,
  upperCamel,
} from "./names/index.js";
export { isOptionalByDefault, isRequired } from "./requiredness.js";
export type { MarkerValue, Tag } from "./source.js";
export type * from "./syntax.js";
export {
  type ArgumentEntry,
  alternatives,
  argumentSpan,
  findTag,
  formatsOf,
  inexactNumber,
  isProjectTag,
  isRulePart,
  isSchemaKeyword,
  type KeywordValue,
  omittable,
  type Presence,
  plainValue,
  readPresence,
  ruleParts,
  scanArguments,
  scanScalar,
  scanValue,
  schemaKeywords,
  splitKeyword,
  splitTag,
  type TagEntry,
  type TagReader,
  type TagTarget,
  type TagTool,
  type TagValue,
  tagTable,
  writeFormats,
  writePresence,
} from "./tags/index.js";
export { lookUpType, type TypeTable, typeTable } from "./type-table.js";
export * from "./types.js";
export { writtenTag } from "./written-tag.js";
