import type { Storage, StorageEvent, StorageWatch } from "../storage/index.js";

/** Tells of each write to a resource, within the write; and of all that changed when the storage was replaced. */
export class CollectionFollower {
  readonly #storage: Storage;
  readonly #storageKey: string;
  readonly #onEvent: (event: StorageEvent) => void;
  readonly #onReset: () => void;
  #watch: StorageWatch;
  #stopped = false;

  constructor(input: {
    readonly storage: Storage;
    readonly storageKey: string;
    /** Must not throw. */
    readonly onEvent: (event: StorageEvent) => void;
    /** The storage was replaced, or compacted beyond what was read: everything may be different. */
    readonly onReset: () => void;
  }) {
    this.#storage = input.storage;
    this.#storageKey = input.storageKey;
    this.#onEvent = input.onEvent;
    this.#onReset = input.onReset;
    this.#watch = this.#open();
  }

  stop(): void {
    this.#stopped = true;
    this.#watch.close();
  }

  #open(): StorageWatch {
    const { revision } = this.#storage;
    const watch = this.#storage.watch({ storageKey: this.#storageKey, from: revision });
    watch.onChange(() => this.#read(watch));
    return watch;
  }

  #read(watch: StorageWatch): void {
    for (const event of watch.take(Number.POSITIVE_INFINITY)) this.#onEvent(event);
    if (watch.end === undefined || this.#stopped) return;
    // The storage is in the middle of being replaced.
    queueMicrotask(() => {
      if (this.#stopped || watch !== this.#watch) return;
      watch.close();
      this.#watch = this.#open();
      this.#onReset();
    });
  }
}
