/** A server under test: answers HTTP requests. The suite knows nothing else of it. */
export interface ContractServer {
  /** For people: `kube-apiserver`, `embedded`. */
  readonly name: string;
  send(request: ContractRequest): Promise<ContractAnswer>;
  /** Sends a request whose answer goes on. */
  open(request: ContractRequest): Promise<ContractStream>;
  /** How many cases may be under way at once. */
  readonly concurrency: number;
}

export interface ContractRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  readonly caller: Caller;
}

/** Who calls. The real server learns of a user by impersonation, the embedded one is told. */
export type Caller =
  | { readonly as: "admin" }
  | { readonly as: "anonymous" }
  | { readonly as: "token"; readonly token: string }
  | { readonly as: "user"; readonly name: string; readonly groups: readonly string[] };

export interface ContractAnswer {
  readonly status: number;
  /** Names in lower case; repeated headers in order. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Uint8Array;
}

/** The answer to a watch. */
export interface ContractStream extends Closable {
  readonly status: number;
  readonly headers: ContractAnswer["headers"];
  /** The next line; undefined at the end of the stream. Rejects with a Silence after the time, and may then be called again. */
  next(timeoutMs: number): Promise<string | undefined>;
  /** Lines that have arrived and were not asked for. */
  readonly pending: readonly string[];
}

export interface Closable {
  close(): Promise<void>;
}

/** Nothing arrived in time. */
export class Silence extends Error {
  override readonly name = "Silence";
  constructor(timeoutMs: number) {
    super(`nothing arrived within ${timeoutMs} ms`);
  }
}
