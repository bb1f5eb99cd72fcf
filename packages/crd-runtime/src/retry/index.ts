export {
  defaultBackoffOnConflict,
  defaultRetry,
  type RetryOnErrorOptions,
  type RetryOptions,
  retryOnConflict,
  retryOnError,
} from "./retry.js";
