export { ConflictingKindError, MissingKindError, NotRegisteredError } from "./errors.js";
export { type DeepCopyFunction, Scheme } from "./scheme.js";
