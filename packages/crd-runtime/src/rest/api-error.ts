import type { Status } from "../meta/index.js";

/**
 * The server refused a call: the Status that it sent, or one made from its answer when that was
 * something else. The questions follow k8s.io/apimachinery/pkg/api/errors: the reason counts, and
 * the HTTP code where the reason is not a known one.
 */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  readonly status: Status;

  /** `hint` follows the server's text in the message, and is not in the Status. */
  constructor(status: Status, options: ErrorOptions & { readonly hint?: string | undefined } = {}) {
    const { hint, ...errorOptions } = options;
    const message = status.message ?? "the server refused the call without saying why";
    super(hint === undefined ? message : `${message}: ${hint}`, errorOptions);
    this.status = status;
  }

  /** HTTP status code. */
  get code(): number {
    return this.status.code ?? 0;
  }

  /** One word: `NotFound`, `Conflict` ...; `Unknown` when the server sent none. */
  get reason(): string {
    return this.status.reason || "Unknown";
  }

  /** 404: no such object, or no such API. */
  isNotFound(): boolean {
    return this.is("NotFound");
  }

  /** 409: a create found the name taken. */
  isAlreadyExists(): boolean {
    return this.is("AlreadyExists");
  }

  /** 409: the object has changed since it was read, or a field has another manager. */
  isConflict(): boolean {
    return this.is("Conflict");
  }

  /**
   * 410: what was asked for is not kept any more. True for the reason Expired too, which servers
   * send today and Go's IsGone does not know.
   */
  isGone(): boolean {
    return this.is("Gone") || this.isExpired();
  }

  /** 410: the resourceVersion or continue token is too old. */
  isExpired(): boolean {
    return this.is("Expired");
  }

  /** 422: the object breaks the schema or a rule; `status.details.causes` has the fields. */
  isInvalid(): boolean {
    return this.is("Invalid");
  }

  /** 400. */
  isBadRequest(): boolean {
    return this.is("BadRequest");
  }

  /** 401: the server does not know who calls. */
  isUnauthorized(): boolean {
    return this.is("Unauthorized");
  }

  /** 403: the caller may not do it. */
  isForbidden(): boolean {
    return this.is("Forbidden");
  }

  /** 405: the resource has no such verb. */
  isMethodNotSupported(): boolean {
    return this.is("MethodNotAllowed");
  }

  /** 406: the server cannot answer in the form asked for. */
  isNotAcceptable(): boolean {
    return this.is("NotAcceptable");
  }

  /** 413: the body is too large. */
  isRequestEntityTooLarge(): boolean {
    return this.is("RequestEntityTooLarge");
  }

  /** 415: the server does not take a body of this type; custom resources refuse strategic patches so. */
  isUnsupportedMediaType(): boolean {
    return this.is("UnsupportedMediaType");
  }

  /** 429. */
  isTooManyRequests(): boolean {
    return this.is("TooManyRequests") || this.code === 429;
  }

  /** 500. */
  isInternalError(): boolean {
    return this.is("InternalError");
  }

  /** 503. */
  isServiceUnavailable(): boolean {
    return this.is("ServiceUnavailable");
  }

  /** 504: the server gave up; the call may or may not have had an effect. */
  isTimeout(): boolean {
    return this.is("Timeout");
  }

  /** 500: the server did not finish in time and suggests a delay; the call may be repeated. */
  isServerTimeout(): boolean {
    return this.is("ServerTimeout");
  }

  /** 403: the namespace is being deleted. */
  isNamespaceTerminating(): boolean {
    return this.hasCause("NamespaceTerminating");
  }

  /** 504: the server has not reached the version asked for. In three shapes, by the server's age. */
  isTooLargeResourceVersion(): boolean {
    if (this.hasCause("ResourceVersionTooLarge")) {
      return true;
    }
    const text = "Too large resource version";
    const causes = this.status.details?.causes ?? [];
    return (
      this.isTimeout() &&
      (this.message.includes(text) || causes.some((cause) => cause.message?.includes(text)))
    );
  }

  /** Seconds after which the server would like to see the call again; undefined when it named none. */
  suggestedDelaySeconds(): number | undefined {
    const seconds = this.status.details?.retryAfterSeconds ?? 0;
    return seconds > 0 ? seconds : this.isServerTimeout() ? 0 : undefined;
  }

  private is(reason: KnownReason): boolean {
    const own = this.status.reason;
    if (own === reason) {
      return true;
    }
    const known = own !== undefined && Object.hasOwn(codeOfReason, own);
    return !known && codeOfReason[reason] === this.code;
  }

  private hasCause(reason: string): boolean {
    return this.status.details?.causes?.some((cause) => cause?.reason === reason) ?? false;
  }
}

/** The code that stands for a reason when a Status names none that is known; undefined where none does. */
const codeOfReason = {
  AlreadyExists: undefined,
  BadRequest: 400,
  Conflict: 409,
  Expired: undefined,
  Forbidden: 403,
  Gone: 410,
  InternalError: 500,
  Invalid: 422,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  NotFound: 404,
  RequestEntityTooLarge: 413,
  ServerTimeout: undefined,
  ServiceUnavailable: 503,
  StoreReadError: undefined,
  Timeout: 504,
  TooManyRequests: 429,
  Unauthorized: 401,
  UnsupportedMediaType: 415,
} as const;

type KnownReason = keyof typeof codeOfReason;
