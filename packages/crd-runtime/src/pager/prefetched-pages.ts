import type { ListAnswer, ListerWatcher } from "../cache/lister-watcher.js";
import { Queue } from "../cache/queue.js";
import { onAbort } from "../clock/on-abort.js";
import type { KubernetesObject } from "../meta/index.js";
import type { ListOptions } from "../rest/index.js";
import { firstPage, nextPage } from "./list-all.js";

interface Source<T extends KubernetesObject> {
  readonly client: Pick<ListerWatcher<T>, "list">;
  readonly options: ListOptions;
  readonly pageSize: number;
  /** Pages that may wait beside the one that is worked on and the one that is being read. */
  readonly bufferSize: number;
}

/**
 * The pages of a list, read ahead of their reader. Leaving the loop gives up the page that is being read.
 *
 * @throws what `list` throws, after the pages before it; the signal's reason at once when it is aborted
 */
export async function* prefetchedPages<T extends KubernetesObject>(
  source: Source<T>,
): AsyncGenerator<ListAnswer<T>, void, undefined> {
  const { signal } = source.options;
  signal?.throwIfAborted();
  const reading = new AbortController();
  const buffer = new PageBuffer<T>(source.bufferSize);
  const stop = (): void => {
    reading.abort(signal?.reason);
    buffer.wake();
  };
  const release = onAbort({ signal, callback: stop });
  void readPages({ source, buffer, signal: reading.signal });
  try {
    for (;;) {
      await buffer.whenFilled();
      signal?.throwIfAborted();
      const page = buffer.take();
      if (page === undefined) return;
      yield page;
    }
  } finally {
    release();
    stop();
  }
}

/** Reads page after page into the buffer, as long as there is room. What it fails with is in the buffer, too. */
async function readPages<T extends KubernetesObject>(input: {
  readonly source: Source<T>;
  readonly buffer: PageBuffer<T>;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { source, buffer, signal } = input;
  const { client, pageSize } = source;
  const options = { ...source.options, signal };
  try {
    let wanted = firstPage({ options, pageSize });
    for (;;) {
      const page = await client.list(wanted);
      buffer.put(page);
      const token = page.metadata.continue ?? "";
      if (token === "") break;
      await buffer.whenRoom();
      signal.throwIfAborted();
      wanted = nextPage({ options, pageSize, token });
    }
    buffer.end();
  } catch (error) {
    buffer.end({ error });
  }
}

/** Pages between the one who reads them and the one who works on them; each waits for the other. */
class PageBuffer<T extends KubernetesObject> {
  readonly #pages = new Queue<ListAnswer<T>>();
  readonly #size: number;
  #end: { readonly error?: unknown } | undefined;
  #wakes: (() => void)[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  put(page: ListAnswer<T>): void {
    this.#pages.push(page);
    this.wake();
  }

  /** Undefined at the end; throws when that was a failure. */
  take(): ListAnswer<T> | undefined {
    const page = this.#pages.shift();
    if (page === undefined && this.#end !== undefined && "error" in this.#end) {
      throw this.#end.error;
    }
    this.wake();
    return page;
  }

  end(end: { readonly error?: unknown } = {}): void {
    this.#end = end;
    this.wake();
  }

  /** Ends the waits of both sides, which look for the reason themselves. */
  wake(): void {
    const wakes = this.#wakes;
    this.#wakes = [];
    for (const wake of wakes) wake();
  }

  async whenFilled(): Promise<void> {
    if (this.#pages.size === 0 && this.#end === undefined) await this.#change();
  }

  async whenRoom(): Promise<void> {
    if (this.#pages.size > this.#size) await this.#change();
  }

  async #change(): Promise<void> {
    await new Promise<void>((resolve) => this.#wakes.push(resolve));
  }
}
