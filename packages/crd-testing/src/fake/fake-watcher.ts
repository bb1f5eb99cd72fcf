import type { Status } from "crd-runtime";
import { wholeStatus } from "./whole-status.js";

/** A frame of a watch. */
export interface FakeWatchEvent {
  readonly type: "ADDED" | "BOOKMARK" | "DELETED" | "ERROR" | "MODIFIED";
  readonly object: object;
}

/**
 * A watch whose events a test sends; what is sent before somebody reads is kept. client-go's watch.RaceFreeFakeWatcher.
 *
 * @example
 * const watcher = new FakeWatcher();
 * fake.prependWatchReactor({ resource: "databases", react: () => ({ watch: watcher }) });
 * watcher.add({ apiVersion: "example.com/v1", kind: "Database", metadata: { name: "orders" } });
 */
export class FakeWatcher implements AsyncIterable<FakeWatchEvent> {
  readonly #events: FakeWatchEvent[] = [];
  #stopped = false;
  #wake: (() => void) | undefined;

  add(object: object): void {
    this.#send({ type: "ADDED", object });
  }

  modify(object: object): void {
    this.#send({ type: "MODIFIED", object });
  }

  delete(object: object): void {
    this.#send({ type: "DELETED", object });
  }

  bookmark(object: object): void {
    this.#send({ type: "BOOKMARK", object });
  }

  /** An ERROR event: the client's watch throws. */
  error(status: Status): void {
    this.#send({ type: "ERROR", object: wholeStatus(status) });
  }

  /** Ends the watch cleanly, after what was sent. */
  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FakeWatchEvent, void, undefined> {
    for (;;) {
      const event = this.#events.shift();
      if (event !== undefined) yield event;
      else if (this.#stopped) return;
      else await this.#changed();
    }
  }

  #send(event: FakeWatchEvent): void {
    if (this.#stopped) throw new Error("the watch was stopped: nothing can be sent any more");
    this.#events.push(event);
    this.#wake?.();
  }

  #changed(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
