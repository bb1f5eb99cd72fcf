import type { HttpHeaders } from "../transport.js";

/** What identifies both ends of a TLS connection. */
export interface TlsMaterial {
  readonly ca?: Pem | undefined;
  readonly cert?: Pem | undefined;
  readonly key?: Pem | undefined;
  readonly pfx?: Pem | undefined;
  readonly passphrase?: string | undefined;
  readonly serverName?: string | undefined;
  /** Undefined: as Node has it, which verifies. */
  readonly rejectUnauthorized?: boolean | undefined;
}

/** Text or bytes of certificates and keys; several as an array. */
export type Pem = string | Uint8Array | readonly (string | Uint8Array)[];

/** What a request carries to say who sends it. */
export interface Credentials {
  /** Names in lower case. */
  readonly headers: HttpHeaders;
  readonly tls: TlsMaterial;
}

/** Gives credentials, asked before each request, so that tokens and certificates may rotate. */
export interface CredentialSource {
  /**
   * Nobody waits for it any more when the signal is aborted.
   *
   * @throws CredentialError
   */
  get(signal?: AbortSignal): Promise<Credentials>;
  /** A request with these was answered with 401: what is kept may be outdated. */
  refused(credentials: Credentials): void;
  /** The server was not trusted: the certificate authority that is kept may be outdated. */
  untrusted(): void;
}

/** Whether connections made with one may be used for the other. */
export function sameTls(a: TlsMaterial, b: TlsMaterial): boolean {
  return (
    a === b ||
    (a.serverName === b.serverName &&
      a.rejectUnauthorized === b.rejectUnauthorized &&
      a.passphrase === b.passphrase &&
      samePem(a.ca, b.ca) &&
      samePem(a.cert, b.cert) &&
      samePem(a.key, b.key) &&
      samePem(a.pfx, b.pfx))
  );
}

function samePem(a: Pem | undefined, b: Pem | undefined): boolean {
  if (a === b) {
    return true;
  }
  if (a === undefined || b === undefined) {
    return false;
  }
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return Buffer.compare(a, b) === 0;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part, index) => samePem(part, b[index]));
  }
  return false;
}
