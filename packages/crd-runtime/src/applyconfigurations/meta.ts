import { objectMetaFields } from "./builder.js";
import { type StructConstructor, structApplyConfiguration } from "./constructors.js";
import type {
  ConditionApplyConfiguration,
  LabelSelectorApplyConfiguration,
  LabelSelectorRequirementApplyConfiguration,
  ObjectMetaApplyConfiguration,
  OwnerReferenceApplyConfiguration,
} from "./meta-types.js";

export type {
  ConditionApplyConfiguration,
  LabelSelectorApplyConfiguration,
  LabelSelectorRequirementApplyConfiguration,
  ObjectMetaApplyConfiguration,
  OwnerReferenceApplyConfiguration,
} from "./meta-types.js";

/** Builds an ObjectMeta to apply. */
export const objectMetaApplyConfiguration: StructConstructor<ObjectMetaApplyConfiguration> =
  /* @__PURE__ */ structApplyConfiguration(objectMetaFields);

/** Builds an OwnerReference to apply. */
export const ownerReferenceApplyConfiguration: StructConstructor<OwnerReferenceApplyConfiguration> =
  /* @__PURE__ */ structApplyConfiguration({
    apiVersion: "value",
    kind: "value",
    name: "value",
    uid: "value",
    controller: "value",
    blockOwnerDeletion: "value",
  });

/** Builds a Condition to apply. */
export const conditionApplyConfiguration: StructConstructor<ConditionApplyConfiguration> =
  /* @__PURE__ */ structApplyConfiguration({
    type: "value",
    status: "value",
    observedGeneration: "value",
    lastTransitionTime: "value",
    reason: "value",
    message: "value",
  });

/** Builds a LabelSelector to apply. */
export const labelSelectorApplyConfiguration: StructConstructor<LabelSelectorApplyConfiguration> =
  /* @__PURE__ */ structApplyConfiguration({
    matchLabels: { map: "value" },
    matchExpressions: { list: () => labelSelectorRequirementApplyConfiguration },
  });

/** Builds a LabelSelectorRequirement to apply. */
export const labelSelectorRequirementApplyConfiguration: StructConstructor<LabelSelectorRequirementApplyConfiguration> =
  /* @__PURE__ */ structApplyConfiguration({
    key: "value",
    operator: "value",
    values: { list: "value" },
  });
