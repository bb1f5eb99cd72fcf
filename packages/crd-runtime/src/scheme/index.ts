export { ConflictingKindError, MissingKindError, NotRegisteredError } from "./errors.js";
export { type DeepCopyFunction, type DefaultingFunction, Scheme } from "./scheme.js";
