import type { Condition, int64, ObjectMeta } from "../meta/index.js";

/** ObjectMeta to apply. */
export interface ObjectMetaApplyConfiguration
  extends Omit<ObjectMeta, "managedFields" | "selfLink" | "ownerReferences"> {
  ownerReferences?: OwnerReferenceApplyConfiguration[];
}

/** OwnerReference to apply. */
export interface OwnerReferenceApplyConfiguration {
  apiVersion?: string;
  kind?: string;
  name?: string;
  uid?: string;
  /** The one owner that manages the object. */
  controller?: boolean;
  /** Holds back a foreground deletion of the owner until this object is gone. */
  blockOwnerDeletion?: boolean;
}

/** Condition to apply. */
export interface ConditionApplyConfiguration {
  /** CamelCase, or `example.com/CamelCase`. Unique within the list. */
  type?: string;
  status?: Condition["status"];
  /** The `metadata.generation` that the condition was computed from. */
  observedGeneration?: int64;
  /** When `status` last changed. */
  lastTransitionTime?: string;
  /** Why `status` last changed: one CamelCase word. */
  reason?: string;
  /** For people; may be empty. */
  message?: string;
}

/** LabelSelector to apply. It has one owner as a whole. */
export interface LabelSelectorApplyConfiguration {
  matchLabels?: Record<string, string>;
  matchExpressions?: LabelSelectorRequirementApplyConfiguration[];
}

/** LabelSelectorRequirement to apply. */
export interface LabelSelectorRequirementApplyConfiguration {
  key?: string;
  /** In, NotIn, Exists or DoesNotExist. */
  operator?: string;
  /** Not empty for In and NotIn, absent or empty for the others. */
  values?: string[];
}
