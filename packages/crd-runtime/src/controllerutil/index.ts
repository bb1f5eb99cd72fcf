export {
  type CreateOrPatchClient,
  type CreateOrUpdateClient,
  createOrPatch,
  createOrUpdate,
  type Mutation,
  type OperationResult,
} from "./create-or-update.js";
export { addFinalizer, containsFinalizer, removeFinalizer } from "./finalizers.js";
export { AlreadyOwnedError, OwnerReferenceError } from "./owner-reference-error.js";
export {
  getControllerOf,
  hasControllerReference,
  hasOwnerReference,
  isControlledBy,
  removeOwnerReference,
  setControllerReference,
  setOwnerReference,
} from "./owner-references.js";
