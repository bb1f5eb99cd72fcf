import { listElementsOf } from "./list-item.js";
import type { ListType } from "./parseable-type.js";
import type { PathElement } from "./path-element.js";

/** Merges two items, of which one may be missing. */
type MergeItem = (pair: { readonly live: unknown; readonly applied: unknown }) => unknown;

interface Element {
  readonly element: PathElement;
  readonly item: unknown;
}

/**
 * Merges lists by their items: those of the applied list keep its order; those that only the live list has stay where they
 * are among the items that both have.
 */
export function mergeLists(input: {
  readonly list: ListType;
  readonly live: readonly unknown[];
  readonly applied: readonly unknown[];
  readonly merge: MergeItem;
}): readonly unknown[] {
  const { list, merge } = input;
  const walk = new MergingLists({
    live: listElementsOf({ list, items: input.live }),
    applied: listElementsOf({ list, items: input.applied }),
    merge,
  });
  return walk.merged();
}

/** Two lists, walked side by side. */
class MergingLists {
  readonly #live: readonly Element[];
  readonly #applied: readonly Element[];
  readonly #merge: MergeItem;
  readonly #liveItems: ReadonlyMap<PathElement, unknown>;
  readonly #appliedItems: ReadonlyMap<PathElement, unknown>;
  /** Elements that both lists have, in the applied order. */
  readonly #shared: readonly PathElement[];
  #nextShared = 0;
  readonly #done = new Set<PathElement>();
  readonly #merged: unknown[] = [];

  constructor(input: {
    readonly live: readonly Element[];
    readonly applied: readonly Element[];
    readonly merge: MergeItem;
  }) {
    this.#live = input.live;
    this.#applied = input.applied;
    this.#merge = input.merge;
    this.#liveItems = liveItemsOf(input.live);
    this.#appliedItems = new Map(input.applied.map(({ element, item }) => [element, item]));
    this.#shared = input.applied
      .map(({ element }) => element)
      .filter((element) => this.#liveItems.has(element));
  }

  merged(): readonly unknown[] {
    let [at, appliedAt] = [0, 0];
    while (at < this.#live.length || appliedAt < this.#applied.length) {
      const live = this.#live[at];
      const applied = this.#applied[appliedAt];
      if (live !== undefined && applied !== undefined) {
        if (live.element === applied.element) {
          this.#take(applied.element);
          this.#nextShared += 1;
          at += 1;
          appliedAt += 1;
          continue;
        }
        if (this.#isLaterShared(live.element)) {
          at += 1;
          continue;
        }
      }
      if (live !== undefined && !this.#appliedItems.has(live.element)) {
        this.#push(this.#merge({ live: live.item, applied: undefined }));
        at += 1;
        continue;
      }
      if (live !== undefined && this.#done.has(live.element)) at += 1;
      if (applied !== undefined) {
        this.#take(applied.element);
        appliedAt += 1;
        if (this.#shared[this.#nextShared] === applied.element) this.#nextShared += 1;
      }
    }
    return this.#merged;
  }

  /** Whether an item of the live list comes with the applied ones, and not as the next of those that both have. */
  #isLaterShared(element: PathElement): boolean {
    const next = this.#shared[this.#nextShared];
    return next !== undefined && next !== element && this.#appliedItems.has(element);
  }

  #take(element: PathElement): void {
    this.#done.add(element);
    this.#push(
      this.#merge({
        live: this.#liveItems.get(element),
        applied: this.#appliedItems.get(element),
      }),
    );
  }

  #push(item: unknown): void {
    if (item !== undefined) this.#merged.push(item);
  }
}

/** Items by element. Those that occur twice are not merged: null stands for them, which any item overrides. */
function liveItemsOf(elements: readonly Element[]): ReadonlyMap<PathElement, unknown> {
  const items = new Map<PathElement, unknown>();
  for (const { element, item } of elements) items.set(element, items.has(element) ? null : item);
  return items;
}
