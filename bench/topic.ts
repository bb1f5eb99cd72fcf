import type { Reporter } from "./measure/report.js";

/** How much of everything: the defaults are those of the goals, a smoke run is over in a minute. */
export interface Size {
  /** Kinds of the large API, ten to a group. */
  readonly kinds: number;
  /** Runs of which the middle one counts. */
  readonly rounds: number;
  /** Requests that are timed. */
  readonly requests: number;
  /** Objects in a cache. */
  readonly objects: number;
  /** How long what must last is watched. */
  readonly minutes: number;
  /** Random scripts: how many, of how many steps, beginning with which. */
  readonly seeds: number;
  readonly steps: number;
  readonly first: number;
}

/** One benchmark: measures us and our peers in the same run, and says the ratios. */
export interface Topic {
  readonly name: string;
  readonly description: string;
  run(input: { readonly size: Size; readonly report: Reporter }): Promise<void>;
}
