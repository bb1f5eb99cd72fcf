import { Queue } from "../../src/cache/queue.js";

/** A stream that a test feeds: read by one reader, ended, failed or abandoned. */
export class Channel<Item> implements AsyncIterable<Item>, AsyncIterator<Item, undefined> {
  readonly #items = new Queue<Item>();
  readonly #signal: AbortSignal | undefined;
  #end: { readonly error?: unknown } | undefined;
  #wake: (() => void) | undefined;
  /** How often the reader let go of it. */
  returns = 0;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    signal?.addEventListener("abort", () => this.fail(signal.reason), { once: true });
  }

  /** Whether it takes no more items. */
  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** Whether its reader has aborted it. */
  get aborted(): boolean {
    return this.#signal?.aborted === true;
  }

  /** Items that nobody has read yet. */
  get buffered(): number {
    return this.#items.size;
  }

  push(item: Item): void {
    if (this.#end === undefined) this.#items.push(item);
    this.#wake?.();
  }

  close(): void {
    this.#end ??= {};
    this.#wake?.();
  }

  fail(error: unknown): void {
    this.#end ??= { error };
    this.#wake?.();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Item, undefined>> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) return { done: false, value: item };
      if (this.#end !== undefined) {
        if ("error" in this.#end) throw this.#end.error;
        return { done: true, value: undefined };
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<Item, undefined>> {
    this.returns++;
    this.close();
    return { done: true, value: undefined };
  }
}
