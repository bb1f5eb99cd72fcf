import type { BackoffOptions, Clock } from "../../clock/index.js";
import type { GroupVersionKind, KubernetesObject } from "../../meta/index.js";
import type { ListerWatcher } from "../lister-watcher.js";
import type { KeyFunc } from "../object-key.js";
import type { ReflectorStore } from "../reflector-store.js";

/** What a reflector is doing. */
export type ReflectorPhase = "idle" | "list" | "watch-list" | "watch" | "wait" | "stopped";

/** Something that went wrong between a reflector and its server. The reflector goes on by itself. */
export interface ReflectorFailure {
  /** During which call. */
  readonly during: "list" | "watch-list" | "watch";
  readonly error: Error;
  /** `info` is for what belongs to a normal life, such as an expired watch. */
  readonly level: "error" | "info";
  /** What the reflector does about it. */
  readonly reaction: string;
}

/** How a reflector is made. */
export interface ReflectorOptions<T extends KubernetesObject> {
  /** Stands in messages; `reflector` when absent. */
  readonly name?: string | undefined;
  readonly listerWatcher: ListerWatcher<T>;
  readonly store: ReflectorStore<T>;
  /** Objects of another kind are not stored. */
  readonly expected?: GroupVersionKind | undefined;
  /** Applied once to every object as it arrives. Where it throws, the list fails, or the event is lost. */
  readonly transform?: ((object: T) => T) | undefined;
  /** The key under which the store keeps objects. */
  readonly keyFunc?: KeyFunc<T> | undefined;
  readonly clock?: Clock | undefined;
  /** At least 0, below 1. */
  readonly random?: (() => number) | undefined;
  readonly backoff?: BackoffOptions | undefined;
  /** The server is asked to end watches after this to twice this many seconds; 300 at least, and when absent. */
  readonly minWatchTimeoutSeconds?: number | undefined;
  /** Objects per page of every list. Absent: 500, but all at once where the server then answers from its cache. */
  readonly listPageSize?: number | undefined;
  /** Whether to stream the existing objects, where the server can, instead of listing them; true when absent. */
  readonly watchList?: boolean | undefined;
  /** A stream of existing objects that is silent for so long is given up for a list; 30,000 when absent. */
  readonly initialEventsIdleMs?: number | undefined;
  /** Streaming the existing objects may take so long altogether; 300,000 when absent. */
  readonly initialEventsDeadlineMs?: number | undefined;
  /** Compares every stream of existing objects with a list, and reports what differs: for tests; false when absent. */
  readonly checkConsistency?: boolean | undefined;
  /** For how long a watch that ends with an internal server error is opened again without a list; 0 when absent. */
  readonly maxInternalErrorRetryMs?: number | undefined;
  /** Hears of every failure: of lists, of opening a watch, inside one. Must not throw. */
  readonly onFailure?: ((failure: ReflectorFailure) => void) | undefined;
}
