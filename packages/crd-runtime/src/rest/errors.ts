/** A call that cannot be sent as it is: an empty name, a missing namespace ... Nothing went out. */
export class InvalidRequestError extends Error {
  override readonly name: string = "InvalidRequestError";
}

/** A configuration from which no connection can be made. */
export class ConfigError extends Error {
  override readonly name: string = "ConfigError";
}

/** No credentials could be had: a token file is missing, an exec plugin failed ... */
export class CredentialError extends Error {
  override readonly name: string = "CredentialError";
}

/** A call took longer than its limit, all attempts together. What the last one failed with is in `cause`. */
export class RequestTimeoutError extends Error {
  override readonly name: string = "RequestTimeoutError";
  /** The limit. */
  readonly timeoutMs: number;

  constructor(input: {
    readonly what: string;
    readonly timeoutMs: number;
    readonly cause?: unknown;
  }) {
    const { what, timeoutMs, cause } = input;
    const last = cause instanceof Error ? `; the last attempt failed: ${cause.message}` : "";
    super(
      `${what} did not finish within ${timeoutMs / 1_000} s${last}`,
      cause === undefined ? {} : { cause },
    );
    this.timeoutMs = timeoutMs;
  }
}
