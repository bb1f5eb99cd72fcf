import type { Clock } from "crd-runtime";

/** How exactly times are known. */
const resolutionMs = 1_000;

/** Knows which revision was current some time ago. */
export class RevisionAges {
  readonly #clock: Clock;
  readonly #ageMs: number;
  #marks: { readonly time: number; readonly revision: number }[] = [];
  #old = 0;

  constructor(input: { readonly clock: Clock; readonly ageMs: number }) {
    this.#clock = input.clock;
    this.#ageMs = input.ageMs;
  }

  /** Takes down that a revision is current now. Revisions must rise. */
  record(revision: number): void {
    const time = this.#clock.monotonic();
    const last = this.#marks.at(-1);
    if (last === undefined || time - last.time >= resolutionMs) {
      this.#marks.push({ time, revision });
    }
  }

  /** The newest revision that is known to be older than `ageMs`; 0 when none is. */
  get old(): number {
    const limit = this.#clock.monotonic() - this.#ageMs;
    let passed = 0;
    for (const mark of this.#marks) {
      if (mark.time > limit) break;
      this.#old = mark.revision;
      passed++;
    }
    if (passed > 0) this.#marks = this.#marks.slice(passed);
    return this.#old;
  }

  /** Forgets everything: revisions begin anew. */
  reset(): void {
    this.#marks = [];
    this.#old = 0;
  }
}
