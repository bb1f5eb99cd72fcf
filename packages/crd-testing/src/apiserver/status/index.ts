export { goQuote } from "./go-quote.js";
export {
  type GroupKind,
  type GroupResource,
  qualifiedKind,
  qualifiedResource,
} from "./group-resource.js";
export { invalid } from "./invalid.js";
export * from "./object-errors.js";
export * from "./request-errors.js";
export * from "./server-errors.js";
export { type Failure, failure, StatusError } from "./status-error.js";
export { retryAfterOf, statusErrorOf, statusResponse } from "./status-response.js";
