import type { GroupVersionKind } from "./group-version.js";

/** A minor release of the project that serves an API: 1.37. */
export interface APIRelease {
  readonly major: number;
  readonly minor: number;
}

/**
 * In which releases a kind of an API version came, is deprecated and goes, and what takes its place: what the methods
 * APILifecycleIntroduced, ...Deprecated, ...Removed and ...Replacement of prerelease-lifecycle-gen give in Go.
 */
export interface APILifecycle {
  /** The first release that serves it. */
  readonly introduced: APIRelease;
  readonly deprecated?: APIRelease;
  /** The first release that does not serve it any more. */
  readonly removed?: APIRelease;
  readonly replacement?: GroupVersionKind;
}
