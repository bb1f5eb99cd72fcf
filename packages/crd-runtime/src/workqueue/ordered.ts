import { Heap, type HeapElement } from "./heap.js";
import { Run, type RunElement } from "./run.js";

/** What can stand in an {@link Ordered}. */
export interface OrderedElement extends HeapElement, RunElement {}

/**
 * The least element first. What comes in its order, as most of what is queued does, stands in a run and is taken without
 * moving anything else; only the rest needs a heap.
 */
export class Ordered<T extends OrderedElement> {
  readonly #isLess: (a: T, b: T) => boolean;
  readonly #run = new Run<T>();
  readonly #heap: Heap<T>;

  constructor(isLess: (a: T, b: T) => boolean) {
    this.#isLess = isLess;
    this.#heap = new Heap(isLess);
  }

  get size(): number {
    return this.#run.size + this.#heap.size;
  }

  /** The least element, which stays. */
  peek(): T | undefined {
    const first = this.#run.first;
    const least = this.#heap.peek();
    if (first === undefined || least === undefined) return first ?? least;
    return this.#isLess(least, first) ? least : first;
  }

  /** Puts an element in, or moves one that is in to its place after it has changed. */
  set(element: T): void {
    if (element.runIndex !== -1) this.#run.delete(element);
    const { last } = this.#run;
    const isNext = last === undefined || !this.#isLess(element, last);
    if (element.heapIndex === -1 && isNext) this.#run.push(element);
    else this.#heap.set(element);
  }

  /** Takes out the least element. */
  pop(): T | undefined {
    const least = this.peek();
    if (least !== undefined) this.delete(least);
    return least;
  }

  /** Takes out an element that is in. */
  delete(element: T): void {
    if (element.runIndex === -1) this.#heap.delete(element);
    else this.#run.delete(element);
  }

  clear(): void {
    this.#run.clear();
    this.#heap.clear();
  }
}
