/** Names in lower case. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One HTTP request, ready to be sent. */
export interface TransportRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path and query, below the path of the host: `/apis/example.com/v1/databases?limit=500`. */
  readonly path: string;
  /** With `content-length` on every body; without credentials, which the transport adds. */
  readonly headers: HttpHeaders;
  readonly body?: Uint8Array | undefined;
  /** Aborting it ends the request and its body, both throw the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The response is a watch: it may stay open for long and gets a connection of its own. */
  readonly streaming?: boolean | undefined;
}

/** The head of a response and its body to come. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: ResponseBody;
  /** What the transport knows of the reason of a refusal; stands in the message of its error. */
  readonly hint?: string | undefined;
}

/** A body. It must be read to its end, left with `break`, or closed; each of them once. */
export interface ResponseBody extends AsyncIterable<Uint8Array> {
  /** Everything at once. */
  bytes(): Promise<Uint8Array>;
}

/**
 * Sends requests to one server: node:https in production, anything in tests and for the embedded
 * server. Failures below HTTP are thrown; every status is a response.
 */
export interface Transport {
  send(request: TransportRequest): Promise<TransportResponse>;
  /** Closes idle connections. */
  close?(): void;
}
