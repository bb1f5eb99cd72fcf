import type { Verb } from "../resources/resource.js";

/** Which requests a fault is for: those that agree with every member that is present. */
export interface FaultMatch {
  readonly verb?: Verb | readonly Verb[] | undefined;
  readonly group?: string | undefined;
  readonly version?: string | undefined;
  /** Plural: `databases`. */
  readonly resource?: string | undefined;
  /** `""`: none. */
  readonly subresource?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  /** Only the nth of the requests that match, or those: 1 is the next one. */
  readonly nth?: number | readonly number[] | undefined;
  /** Each of the requests that match with this probability, 0 to 1; the same ones for the same seed. */
  readonly probability?: number | undefined;
  /** Of the probability; 1 when absent. */
  readonly seed?: number | undefined;
}

/** What goes wrong. Bytes are those of the response's body. */
export type Fault =
  /** The request is not carried out; the answer is a Status. */
  | {
      readonly type: "status";
      readonly code: number;
      readonly reason?: string | undefined;
      readonly message?: string | undefined;
      /** A Retry-After header, and in the details of the Status. */
      readonly retryAfterSeconds?: number | undefined;
    }
  /** Nobody takes the connection. Over HTTP it is reset before the answer; `EmbeddedApiServer.refuseConnections` closes the port. */
  | { readonly type: "refuse" }
  /** The connection breaks: before the request is carried out, inside the response, or instead of it once the request is carried out. */
  | { readonly type: "reset"; readonly when: "before" | "after" }
  | { readonly type: "reset"; readonly when: "inside"; readonly afterBytes: number }
  /** Half-open: nothing more comes, and nobody says so. Absent `afterBytes`: not even a head, and the request is not carried out. */
  | { readonly type: "silence"; readonly afterBytes?: number | undefined }
  /** The body in chunks of so many bytes, with a pause before each. */
  | { readonly type: "slow"; readonly chunkBytes: number; readonly delayMs?: number | undefined }
  /** The body ends early, as if it were whole. */
  | { readonly type: "truncate"; readonly afterBytes: number }
  /** A watch gets an ERROR event and ends. */
  | {
      readonly type: "errorFrame";
      readonly code: 410 | 500 | 504;
      /** Events before it; 0 when absent. */
      readonly afterFrames?: number | undefined;
    }
  /** Each bookmark of a watch comes twice. */
  | { readonly type: "duplicateBookmarks" }
  /** A watch gets no bookmarks, that of its initial events neither. */
  | { readonly type: "noBookmarks" }
  /** A list of a replica that lags so many revisions behind. */
  | { readonly type: "staleList"; readonly behind: number }
  /** Everything before the newest revision is compacted before the request is carried out. */
  | { readonly type: "compact" }
  /** The server restarts before the request is carried out: every connection breaks, the state stays. */
  | { readonly type: "restart" };

/** A fault that was registered. */
export interface FaultHandle {
  /** How many requests it has hit. */
  readonly hits: number;
  /** Ends it. Harmless when it has ended. */
  remove(): void;
}
