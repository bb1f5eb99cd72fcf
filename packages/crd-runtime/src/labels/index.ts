export { SelectorError } from "./errors.js";
export {
  escapeFieldValue,
  type FieldRequirement,
  FieldSelector,
  type FieldSet,
  metadataFields,
  parseFieldSelector,
} from "./field-selector.js";
export { labelSelectorAsSelector, type SelectorLike, toSelector } from "./label-selector.js";
export { type LabelSet, Requirement, type SelectorOperator } from "./requirement.js";
export { parseLabelSelector, Selector, selectorFromLabels } from "./selector.js";
export { labelValueErrors, qualifiedNameErrors } from "./validation.js";
