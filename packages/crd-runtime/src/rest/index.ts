export { ApiError } from "./api-error.js";
export type {
  AnyApplyConfiguration,
  ApplyConfiguration,
  DeepPartial,
} from "./apply-configuration.js";
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
export type { ClientOptions } from "./client-options.js";
export type { ImpersonationConfig, RestConfig, TlsClientConfig } from "./config.js";
export { ConnectionError, isConnectionError } from "./connection-error.js";
export { DecodeError, type DecodeProblem, isDecodeError } from "./decode-error.js";
export {
  ConfigError,
  CredentialError,
  InvalidRequestError,
  RequestTimeoutError,
} from "./errors.js";
export type { ExecConfig, ExecEnvVar, ExecInteractiveMode } from "./exec-config.js";
export { type InClusterOptions, inClusterConfig, inClusterNamespace } from "./in-cluster.js";
export { parseJSON, stringifyJSON } from "./json.js";
export { type ClusterLike, type KubeConfigLike, restConfigFor } from "./kube-config.js";
export { type KubeConfigFile, restConfigFromFile } from "./kube-config-file.js";
export type { ListEach } from "./list-each.js";
export type { RequestAttempt, RequestObserver, RequestResult } from "./observer.js";
export type {
  ApplyOptions,
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
export type { Query, QueryValue } from "./query.js";
export type { RateLimiter } from "./rate-limiter.js";
export { buildRequest, type RestRequest } from "./request.js";
export type { RequestInfo, RequestResource } from "./request-info.js";
export {
  type ExtensionRequest,
  ResourceClient,
  type ResourceClientOptions,
} from "./resource-client.js";
export type { ResourceReference } from "./resource-path.js";
export { type ResourceCall, resourceRequest } from "./resource-request.js";
export { bodyOf } from "./response-body.js";
export { type RequestOptions, RestClient } from "./rest-client.js";
export type { Scale } from "./scale.js";
export type { ServerBackoffOptions } from "./server-backoff.js";
export type { StandardIssue, StandardResult, StandardSchema } from "./standard-schema.js";
export { TokenBucket } from "./token-bucket.js";
export type {
  HttpHeaders,
  ResponseBody,
  Transport,
  TransportRequest,
  TransportResponse,
} from "./transport.js";
export { deduplicateWarnings } from "./warnings.js";
