/** The server could not be reached, or the connection to it broke: there is no answer. */
export class ConnectionError extends Error {
  override readonly name: string = "ConnectionError";
  /** Node's code: `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED` ...; `""` when there is none. */
  readonly code: string;
  /** Scheme, name and port of the server. */
  readonly host: string;

  constructor(input: {
    readonly message: string;
    readonly code: string;
    readonly host: string;
    readonly cause?: unknown;
  }) {
    super(input.message, { cause: input.cause });
    this.code = input.code;
    this.host = input.host;
  }

  /** Nobody answers at the address. Otherwise there is a server, which is not trusted, or the connection broke. */
  get isUnreachable(): boolean {
    return unreachable.has(this.code);
  }

  /** The server's certificate is signed by nobody whom the configuration names. */
  get isUntrusted(): boolean {
    return untrusted.has(this.code);
  }
}

const unreachable: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "ERR_SOCKET_CONNECTION_TIMEOUT",
  "ERR_TLS_HANDSHAKE_TIMEOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** Whether the error says that there was no answer. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return error instanceof ConnectionError;
}

/** Turns what node:http(s) throws into a ConnectionError that says what to do. */
export function toConnectionError(input: {
  readonly error: unknown;
  readonly host: string;
  /** What should be at the address; the API server when absent. */
  readonly peer?: string | undefined;
}): ConnectionError {
  const { error, host, peer = "the API server" } = input;
  if (error instanceof ConnectionError) {
    return error;
  }
  const code = errorCode(error);
  const reason = messageOf(error);
  return new ConnectionError({
    message: describe({ code, host, peer, reason }),
    code,
    host,
    cause: error,
  });
}

/** The `code` of an error, or of the first of several attempts; `""` when there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null) {
    return "";
  }
  if ("code" in error && typeof error.code === "string") {
    return error.code;
  }
  return error instanceof AggregateError ? errorCode(error.errors[0]) : "";
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") {
    return messageOf(error.errors[0]);
  }
  const text = error instanceof Error ? error.message : String(error);
  // Of OpenSSL's errors the part that says something; the rest is numbers and lines of its source.
  return text.match(/SSL routines:[^:]*:([^:]+):/)?.[1] ?? text.trim();
}

function describe(input: {
  readonly code: string;
  readonly host: string;
  readonly peer: string;
  readonly reason: string;
}): string {
  const { code, host, peer, reason } = input;
  switch (code) {
    case "ECONNREFUSED":
      return `nothing listens at ${host} (${code}): is ${peer} running, and is this its address?`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the name of ${host} cannot be resolved (${code}): check the server's address, DNS and the proxy settings`;
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `${host} does not answer (${code}): check the network, the VPN and the proxy settings: ${reason}`;
    case "ECONNRESET":
    case "EPIPE":
      return `the connection to ${host} broke (${code}): ${reason}`;
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return `the certificate of ${host} is for another name (${code}): set the address or tls-server-name to one it lists: ${reason}`;
    case "CERT_HAS_EXPIRED":
    case "CERT_NOT_YET_VALID":
      return `the certificate of ${host} is not valid now (${code}): renew it, or set this machine's clock`;
    default:
      break;
  }
  if (untrusted.has(code)) {
    return `the certificate of ${host} is signed by an authority that is not trusted (${code}): set the cluster's certificate-authority`;
  }
  if (/_ALERT_.*(CERTIFICATE|UNKNOWN_CA)/.test(code)) {
    return `${host} does not accept the client certificate, or asks for one (${code}): check client-certificate and client-key`;
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
    return `TLS with ${host} failed (${code}): is it an https address, and does the server accept the client certificate? ${reason}`;
  }
  if (code.startsWith("Z_")) {
    return `${host} sent a compressed answer that cannot be read (${code}): ${reason}`;
  }
  if (code.startsWith("HPE_")) {
    return `${host} does not speak HTTP as expected (${code}): ${reason}`;
  }
  return `the request to ${host} failed${code === "" ? "" : ` (${code})`}: ${reason}`;
}

const untrusted: ReadonlySet<string> = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_UNTRUSTED",
  "CERT_SIGNATURE_FAILURE",
]);
