import { Pacer } from "../cache/pacer.js";
import { type Clock, onAbort } from "../clock/index.js";
import type { RateLimitingInterface } from "./interface.js";
import { type ItemKey, labelOf, type WorkItem } from "./item-key.js";
import { runWorkers } from "./run-workers.js";
import { WorkqueueError } from "./workqueue-error.js";

/** Who works on a queue. */
export interface QueueProcessOptions<Item> {
  /** Handlers that run at one time at most; 1 unless given. */
  readonly workers?: number | undefined;
  /** Works on one item. To have it tried again, it throws. */
  readonly handler: (item: Item) => void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** How workers deal with a queue. */
interface Input<Item extends WorkItem, Taken> extends QueueProcessOptions<Item> {
  readonly queue: RateLimitingInterface<Item>;
  readonly keyOf: (item: Item) => ItemKey;
  /** Takes the next item, with what it takes to add it again. */
  readonly take: () => Promise<Taken | undefined>;
  readonly retry: (taken: Taken) => void;
  readonly report: (error: WorkqueueError) => void;
  readonly clock: Clock;
}

/** Runs workers on a queue until it shuts down; see {@link RateLimitingQueue.processWith}. */
export async function processWith<Item extends WorkItem, Taken extends { readonly item: Item }>(
  input: Input<Item, Taken>,
): Promise<void> {
  const { queue, take, workers = 1, signal, clock } = input;
  if (!Number.isInteger(workers) || workers < 1) {
    throw new RangeError(
      `${labelOf(queue.name)}: workers must be a whole number above 0: ${workers}`,
    );
  }
  const release = onAbort({ signal, callback: () => queue.shutDown() });
  const pacer = new Pacer(clock);
  const work = async (failed: () => boolean): Promise<void> => {
    while (signal?.aborted !== true && !failed()) {
      const taken = await take();
      if (taken === undefined) return;
      // With the item in hand, so that nobody who drains the queue takes the pause for the end.
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
      await processItem({ ...input, taken });
    }
  };
  try {
    // Nobody goes on with a queue whose rate limiter or key function is broken.
    await runWorkers({ count: workers, work, onFailure: () => queue.shutDown() });
  } finally {
    release();
  }
}

async function processItem<Item extends WorkItem, Taken extends { readonly item: Item }>(
  input: Input<Item, Taken> & { readonly taken: Taken },
): Promise<void> {
  const { queue, taken, handler, keyOf, signal } = input;
  const { item } = taken;
  try {
    // The item was handed out, and then the signal aborted.
    if (signal?.aborted === true) return;
    const failure = await failureOf({ handler, item });
    if (failure === undefined) {
      queue.forget(item);
    } else {
      input.retry(taken);
      input.report(handlerError({ queue, keyOf, item, ...failure }));
    }
  } finally {
    queue.done(item);
  }
}

async function failureOf<Item>(input: {
  readonly handler: (item: Item) => void | Promise<void>;
  readonly item: Item;
}): Promise<{ readonly cause: unknown } | undefined> {
  try {
    await input.handler(input.item);
    return undefined;
  } catch (cause) {
    return { cause };
  }
}

function handlerError<Item extends WorkItem>(input: {
  readonly queue: RateLimitingInterface<Item>;
  readonly keyOf: (item: Item) => ItemKey;
  readonly item: Item;
  readonly cause: unknown;
}): WorkqueueError {
  const { queue, keyOf, item, cause } = input;
  const next = queue.isShuttingDown
    ? "which is not tried again: the queue is shutting down"
    : `which is tried again (failures: ${queue.numRequeues(item)})`;
  const message = `the handler failed for ${keyOf(item)}, ${next}`;
  return new WorkqueueError({ queue: queue.name, source: "handler", message, item, cause });
}
