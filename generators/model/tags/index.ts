export { alternatives } from "./alternatives.js";
export { argumentSpan } from "./argument-part.js";
export { checkValue, type KnownTagText } from "./check.js";
export { plainValue } from "./check-scalar.js";
export type { CheckedValue } from "./check-word.js";
export { scanArguments, scanScalar } from "./code-tag.js";
export { omittable } from "./crd-project.js";
export { inexactNumber, type ReadDefault, readDefault } from "./default.js";
export {
  type ArgumentEntry,
  type ArgumentType,
  type Parentheses,
  type TagConflict,
  type TagEntry,
  type TagReader,
  type TagSince,
  type TagTarget,
  type TagTool,
  type TagValue,
  tagTargets,
} from "./entry.js";
export { legacyTags } from "./legacy.js";
export { readGroupVersionKind, readRelease } from "./lifecycle.js";
export { type Cursor, type Scanned, scanValue } from "./marker-value.js";
export { type MethodText, readMethod, type TextPart } from "./method.js";
export { hasOwnPrefix, nearestTag, unknownTagAdvice } from "./nearest.js";
export {
  isRulePart,
  isSchemaKeyword,
  type KeywordValue,
  ruleParts,
  schemaKeywords,
  splitKeyword,
} from "./openapi-keywords.js";
export { formatsOf, type Presence, readPresence, writeFormats, writePresence } from "./presence.js";
export type { TagProblem } from "./problem.js";
export { aliasesOf, conflictsOf, findTag, tagNames, tagTable } from "./table.js";
export { isProjectTag, mayHaveProjectTags, splitTag, type TagText } from "./tag-text.js";
