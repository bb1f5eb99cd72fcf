export { ApiError } from "./api-error.js";
export {
  isAlreadyExists,
  isApiError,
  isBadRequest,
  isConflict,
  isExpired,
  isForbidden,
  isGone,
  isInternalError,
  isInvalid,
  isMethodNotSupported,
  isNamespaceTerminating,
  isNotAcceptable,
  isNotFound,
  isRequestEntityTooLarge,
  isServerTimeout,
  isServiceUnavailable,
  isTimeout,
  isTooLargeResourceVersion,
  isTooManyRequests,
  isUnauthorized,
  isUnsupportedMediaType,
} from "./classify.js";
export type { ImpersonationConfig, RestConfig, TlsClientConfig } from "./config.js";
export type { ClusterLike, KubeConfigLike } from "./kube-config.js";
export type {
  CallOptions,
  CreateOptions,
  DeleteOptions,
  GetOptions,
  ListOptions,
  PatchOptions,
  Preconditions,
  UpdateOptions,
  WriteOptions,
} from "./options.js";
export type { Patch, PatchType } from "./patch.js";
export type { RateLimiter } from "./rate-limiter.js";
export type {
  Headers,
  ResponseBody,
  Transport,
  TransportRequest,
  TransportResponse,
} from "./transport.js";
