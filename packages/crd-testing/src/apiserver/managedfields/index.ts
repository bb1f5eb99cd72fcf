export { ApplyConflictError, type ManagerConflict } from "./conflict.js";
export {
  FieldManager,
  type FieldManagerApply,
  type FieldManagerUpdate,
  type ResetFieldsBySubresource,
} from "./field-manager.js";
export { ManagedFieldsError } from "./managed.js";
export {
  type ManagerIdentity,
  managerFromUserAgent,
  maxManagerLength,
} from "./manager-identity.js";
export { describeKind, describeObject, withManagedFields } from "./object-parts.js";
export { resetFieldsWithStatus } from "./reset-fields.js";
export {
  fieldPathOf,
  parentManagedFields,
  type ReplicasPaths,
  scaledManagedFields,
  scaleManagedFields,
} from "./scale.js";
export { ignoreManagedFieldsTimestamps } from "./timestamps.js";
export type { ResetFields } from "./updater.js";
