import type { int64 } from "../meta/index.js";
import type { DecodeError } from "./decode-error.js";

/** What every call takes. */
export interface CallOptions {
  /** Aborting it ends the call, its waits and its stream; the call throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of get. */
export interface GetOptions extends CallOptions {
  /** Absent: the newest state. `"0"`: any state that the server has at hand. */
  readonly resourceVersion?: string | undefined;
}

/** Options of list, watch and deleteCollection. */
export interface ListOptions extends CallOptions {
  /** `tier=db,env in (prod, qa),!canary`. */
  readonly labelSelector?: string | undefined;
  /** `metadata.name=orders`. */
  readonly fieldSelector?: string | undefined;
  /** Items per page. */
  readonly limit?: int64 | undefined;
  /** `metadata.continue` of the page before. */
  readonly continue?: string | undefined;
  readonly resourceVersion?: string | undefined;
  readonly resourceVersionMatch?: "Exact" | "NotOlderThan" | undefined;
  /** Ends the call after so many seconds; on a watch it is a clean end. */
  readonly timeoutSeconds?: int64 | undefined;
  readonly allowWatchBookmarks?: boolean | undefined;
  /** A watch begins with the existing objects and a bookmark; needs `resourceVersionMatch: "NotOlderThan"`. */
  readonly sendInitialEvents?: boolean | undefined;
  /**
   * For clients with `decode: "validate"`: hears of each object that is not what its schema says. It is then left out, the event
   * of its deletion excepted. Absent: the call rejects, and a watch ends, with the error. Informers report it and go on.
   */
  readonly onInvalid?: ((error: DecodeError) => void) | undefined;
}

/** Options that every write takes. */
export interface WriteOptions extends CallOptions {
  /** `["All"]`: everything is checked and nothing is stored. */
  readonly dryRun?: readonly "All"[] | undefined;
  /** Who makes the change, for `managedFields`. */
  readonly fieldManager?: string | undefined;
  /** What the server does with fields that it does not know. */
  readonly fieldValidation?: "Ignore" | "Warn" | "Strict" | undefined;
}

/** Options of create. */
export interface CreateOptions extends WriteOptions {}

/** Options of update and updateStatus. */
export interface UpdateOptions extends WriteOptions {}

/** Options of patch. */
export interface PatchOptions extends WriteOptions {
  /** Takes fields from other managers; for patches of type `apply` only, which need a `fieldManager`. */
  readonly force?: boolean | undefined;
}

/** Options of apply and applyStatus. */
export interface ApplyOptions extends WriteOptions {
  /** Who will own the fields. */
  readonly fieldManager: string;
  /** Takes fields from other managers instead of failing with a conflict; false when absent. */
  readonly force?: boolean | undefined;
}

/** What must hold for a deletion to happen; else the call fails with a conflict. */
export interface Preconditions {
  readonly uid?: string | undefined;
  readonly resourceVersion?: string | undefined;
}

/** Options of delete and deleteCollection. */
export interface DeleteOptions extends CallOptions {
  /** 0 deletes at once. */
  readonly gracePeriodSeconds?: int64 | undefined;
  /** What happens to dependents. */
  readonly propagationPolicy?: "Orphan" | "Background" | "Foreground" | undefined;
  readonly preconditions?: Preconditions | undefined;
  readonly dryRun?: readonly "All"[] | undefined;
  /** @deprecated the API's older form of `propagationPolicy`. */
  readonly orphanDependents?: boolean | undefined;
}
