export type { ConversionFunction } from "./conversions.js";
export {
  ConflictingKindError,
  MissingKindError,
  NotConvertibleError,
  NotRegisteredError,
} from "./errors.js";
export {
  type DeepCopyFunction,
  type DefaultingFunction,
  Scheme,
  type ValidationFunction,
} from "./scheme.js";
