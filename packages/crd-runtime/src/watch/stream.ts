import type { Clock } from "../clock/index.js";
import { onAbort } from "../clock/on-abort.js";
import type { KubernetesObject } from "../meta/index.js";
import { closable } from "./closable.js";
import { isCutOff } from "./decode.js";
import type { WatchEvent } from "./event.js";
import { LineSplitter } from "./lines.js";

/** What a watch is made of. */
export interface WatchSource<T extends KubernetesObject> {
  /** Sends the request; aborting the signal ends it, and the body with it. */
  readonly open: (signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
  readonly decode: (line: string) => WatchEvent<T>;
  readonly clock: Clock;
  /** Ends the watch as if the server had, so that a dead connection cannot hold it open. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * A watch as a sequence of events: opened when iteration begins, one for each iteration. Leaving the
 * loop closes it. A connection that breaks is an end and no error, as in client-go: who wants more
 * watches again from the last resourceVersion.
 */
export function watchStream<T extends KubernetesObject>(
  source: WatchSource<T>,
): AsyncIterable<WatchEvent<T>> {
  return {
    [Symbol.asyncIterator]: () => closable((controller) => read({ source, controller })),
  };
}

async function* read<T extends KubernetesObject>(input: {
  readonly source: WatchSource<T>;
  readonly controller: AbortController;
}): AsyncGenerator<WatchEvent<T>, undefined, undefined> {
  const { source, controller } = input;
  const { signal, clock, deadlineMs } = source;
  const inner = controller.signal;
  signal?.throwIfAborted();
  const release = onAbort({ signal, callback: () => controller.abort(signal?.reason) });
  const timer = clock.setTimer(deadlineMs, () =>
    controller.abort(new Error("the watch reached its time limit")),
  );
  try {
    const lines = new LineSplitter();
    for await (const chunk of untilBroken(await source.open(inner))) {
      for (const line of lines.push(chunk)) {
        inner.throwIfAborted();
        yield source.decode(line);
      }
    }
    const last = lines.end();
    inner.throwIfAborted();
    if (last !== "" && !isCutOff(last)) {
      yield source.decode(last);
    }
  } catch (error) {
    if (!inner.aborted) {
      throw error;
    }
  } finally {
    timer.cancel();
    release();
  }
  signal?.throwIfAborted();
  return undefined;
}

/** The chunks of a body until it ends, or breaks: reset, truncated or aborted, which its caller knows. */
async function* untilBroken(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch {
    // As above.
  }
}
