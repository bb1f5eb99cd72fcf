export { deepCopyUnknown, isArray } from "./alternatives.js";
export type { APILifecycle, APIRelease } from "./api-lifecycle.js";
export type { ExactMembers, UpToDate } from "./assert.js";
export type { Condition } from "./condition.js";
export { copyArray, copyMap, copyTuple, deepCopyJSON } from "./copy.js";
export type { DeepReadonly, Mutable } from "./deep-readonly.js";
export {
  deepCopyCondition,
  deepCopyLabelSelector,
  deepCopyLabelSelectorRequirement,
  deepCopyListMeta,
  deepCopyManagedFieldsEntry,
  deepCopyObjectMeta,
  deepCopyOwnerReference,
  deepCopyStatus,
  deepCopyStatusCause,
  deepCopyStatusDetails,
  deepCopyTypeMeta,
} from "./deepcopy.js";
export { forEachItem, forEachValue } from "./each.js";
export {
  formatGroupResource,
  formatGroupVersion,
  type GroupKind,
  type GroupResource,
  type GroupVersion,
  type GroupVersionKind,
  type GroupVersionResource,
  parseGroupVersion,
} from "./group-version.js";
export type { LabelSelector, LabelSelectorRequirement } from "./label-selector.js";
export type { ListMeta } from "./list-meta.js";
export type { ManagedFieldsEntry } from "./managed-fields-entry.js";
export type { KubernetesList, KubernetesListLike, KubernetesObject } from "./object.js";
export type { ObjectMeta } from "./object-meta.js";
export type { OwnerReference } from "./owner-reference.js";
export type {
  Persisted,
  PersistedList,
  PersistedListMeta,
  PersistedObjectMeta,
} from "./persisted.js";
export type {
  Bytes,
  Duration,
  double,
  float,
  IntOrString,
  int32,
  int64,
  integer,
  JSON,
  MicroTime,
  Quantity,
  RawExtension,
  Time,
} from "./scalars.js";
export type { Status, StatusCause, StatusDetails } from "./status.js";
export {
  findStatusCondition,
  isStatusConditionFalse,
  isStatusConditionPresentAndEqual,
  isStatusConditionTrue,
  type NewCondition,
  removeStatusCondition,
  setStatusCondition,
} from "./status-conditions.js";
export type { TypeMeta } from "./type-meta.js";
