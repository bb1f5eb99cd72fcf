import { type Files, isSettled } from "../files.js";
import type { Cache } from "./cache.js";

/** Entry of the cache. */
const name = "digests.json";

type Known = readonly [path: string, mark: string, digest: string];

/**
 * Digests of files. One that an earlier run has read is not read again while it has the same mark; a mark that was young when
 * the file was read is not kept, as a later change may have the same.
 */
export class KnownDigests implements Pick<Files, "digest"> {
  readonly #files: Files;
  readonly #cache: Cache;
  readonly #now: () => number;
  readonly #old: ReadonlyMap<string, Known>;
  readonly #current: Known[] = [];
  #isNew = false;

  constructor(input: {
    readonly files: Files;
    readonly cache: Cache;
    /** Milliseconds of the clock by which files are changed. */
    readonly now: () => number;
  }) {
    this.#files = input.files;
    this.#cache = input.cache;
    this.#now = input.now;
    const entry = input.cache.get(name);
    this.#old = new Map((isKnown(entry) ? entry : []).map((known) => [known[0], known]));
  }

  digest(path: string): string | undefined {
    // Before the content: what changes in between has another mark next time.
    const stat = this.#files.stat(path);
    if (stat === undefined) return undefined;
    const known = this.#old.get(path);
    if (known?.[1] === stat.mark) {
      this.#current.push(known);
      return known[2];
    }
    const now = this.#now();
    const digest = this.#files.digest(path);
    if (digest !== undefined && isSettled({ stat, now })) {
      this.#current.push([path, stat.mark, digest]);
      this.#isNew = true;
    }
    return digest;
  }

  /** Keeps what was found, and forgets files that were not asked for. */
  save(): void {
    if (this.#isNew) this.#cache.set({ name, value: this.#current });
  }
}

/** The checksum of the cache vouches for the inside. */
function isKnown(value: unknown): value is readonly Known[] {
  return Array.isArray(value);
}
