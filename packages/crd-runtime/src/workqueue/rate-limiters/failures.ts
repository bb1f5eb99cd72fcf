import type { ItemKey } from "../item-key.js";

/** Counts failures by item. */
export class Failures {
  readonly #counts = new Map<ItemKey, number>();

  /** Failures before this one. */
  add(key: ItemKey): number {
    const before = this.of(key);
    this.#counts.set(key, before + 1);
    return before;
  }

  of(key: ItemKey): number {
    return this.#counts.get(key) ?? 0;
  }

  forget(key: ItemKey): void {
    this.#counts.delete(key);
  }
}
