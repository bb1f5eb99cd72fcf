export type { ApplyConfigurationBuilder } from "./builder.js";
export {
  type ApplyConfigurationType,
  type ClusterScopedConstructor,
  clusterScopedApplyConfiguration,
  type NamespacedConstructor,
  namespacedApplyConfiguration,
  type StructConstructor,
  structApplyConfiguration,
  typedApplyConfiguration,
} from "./constructors.js";
export { extractApplyConfiguration } from "./extract.js";
export type { Field, Fields, Struct } from "./fields.js";
export {
  type ConditionApplyConfiguration,
  conditionApplyConfiguration,
  type LabelSelectorApplyConfiguration,
  type LabelSelectorRequirementApplyConfiguration,
  labelSelectorApplyConfiguration,
  labelSelectorRequirementApplyConfiguration,
  type ObjectMetaApplyConfiguration,
  type OwnerReferenceApplyConfiguration,
  objectMetaApplyConfiguration,
  ownerReferenceApplyConfiguration,
} from "./meta.js";
