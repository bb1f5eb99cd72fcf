import type { HttpHeaders } from "crd-runtime";

/** One HTTP request as both doors hand it in: the listener and the direct transport. */
export interface ServerRequest {
  /** Upper case. */
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: HttpHeaders;
  /** The whole body; empty when there is none. */
  readonly body: Uint8Array;
  /** Aborted when the client has gone away. */
  readonly signal: AbortSignal;
  /** Subject of the client certificate that TLS has verified. */
  readonly clientCertificate?: ClientCertificate | undefined;
  /** The direct transport of a trusted caller says who calls; authentication is then skipped. */
  readonly user?: User | undefined;
}

/** What a verified client certificate says: its CN is the user, its O are the groups. */
export interface ClientCertificate {
  readonly commonName: string;
  readonly organizations: readonly string[];
}

/** Who makes a request; user.Info of apiserver. */
export interface User {
  readonly name: string;
  readonly uid?: string | undefined;
  readonly groups: readonly string[];
  readonly extra?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** An HTTP response. A watch has a body that goes on. */
export interface ServerResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Answers requests. It never rejects: what goes wrong is a response. */
export type Handler = (request: ServerRequest) => Promise<ServerResponse>;
