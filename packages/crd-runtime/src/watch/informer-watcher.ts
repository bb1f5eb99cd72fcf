import {
  DeletedFinalStateUnknown,
  type Indexer,
  type Indexers,
  type ListerWatcher,
} from "../cache/index.js";
import type { Clock } from "../clock/index.js";
import { onAbort } from "../clock/on-abort.js";
import {
  type InformerError,
  newSharedIndexInformer,
  type ReflectorTuning,
  type ResourceEventHandler,
} from "../informers/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** What an informer tells, as a watch would. The object is the cached one: copy before changing. */
export interface InformerEvent<T extends KubernetesObject> {
  /** `DELETED` also for an object whose deletion was only learned from a later list; it is as it was last seen then. */
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly object: DeepReadonly<T>;
}

/** What an informer watcher is made of. */
export interface InformerWatcherOptions<T extends KubernetesObject> {
  readonly listerWatcher: ListerWatcher<T>;
  /** Stands in reports. */
  readonly name: string;
  readonly indexers?: Indexers<T> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  /** Hears of errors. Absent: those that matter become warnings of the process. */
  readonly onError?: ((error: InformerError) => void) | undefined;
  readonly reflector?: ReflectorTuning | undefined;
}

/** An informer as a watch: it survives whatever ends a watch, and may leave out states between two that it tells. */
export interface InformerWatcher<T extends KubernetesObject>
  extends AsyncIterable<InformerEvent<T>> {
  readonly indexer: Indexer<T>;
  /** Waits until the first list is in the indexer; false when it is stopped before. */
  whenSynced(signal?: AbortSignal): Promise<boolean>;
  /** Ends the events, and resolves when nothing runs any more. Leaving a loop over the events does it, too. */
  stop(): Promise<void>;
}

/**
 * Starts an informer whose events are read as those of a watch, by one reader. Follows client-go's
 * `NewIndexerInformerWatcher`.
 *
 * @example
 * const watcher = newIndexerInformerWatcher({ name: "databases", listerWatcher: databases, signal });
 * for await (const { type, object } of watcher) console.log(type, object.metadata.name);
 */
export function newIndexerInformerWatcher<T extends KubernetesObject>(
  options: InformerWatcherOptions<T>,
): InformerWatcher<T> {
  const { signal, ...informerOptions } = options;
  const informer = newSharedIndexInformer<T>(informerOptions);
  const controller = new AbortController();
  const handover = new Handover<InformerEvent<T>>();
  const release = onAbort({ signal, callback: () => controller.abort(signal?.reason) });
  onAbort({ signal: controller.signal, callback: () => handover.end() });
  informer.addEventHandler(handlerInto(handover));
  const running = informer.run(controller.signal).finally(release);
  const stop = async (): Promise<void> => {
    controller.abort(new Error("the watch was closed"));
    await running;
  };
  return {
    indexer: informer.indexer,
    whenSynced: (waiting) => informer.whenSynced(waiting),
    stop,
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const event = await handover.take();
        if (event !== undefined) return { done: false, value: event };
        signal?.throwIfAborted();
        return { done: true, value: undefined };
      },
      return: async () => {
        await stop();
        return { done: true, value: undefined };
      },
    }),
  };
}

/** The informer keeps what waits: a call ends when its event has been taken. */
function handlerInto<T extends KubernetesObject>(
  handover: Handover<InformerEvent<T>>,
): ResourceEventHandler<T> {
  return {
    onAdd: (object) => handover.give({ type: "ADDED", object }),
    onUpdate: (_, object) => handover.give({ type: "MODIFIED", object }),
    onDelete: (deleted) => {
      const object = deleted instanceof DeletedFinalStateUnknown ? deleted.object : deleted;
      return object === undefined ? undefined : handover.give({ type: "DELETED", object });
    },
  };
}

/** Hands one item after another from one giver to one taker, each of whom waits for the other. */
class Handover<Item> {
  #offer: { readonly item: Item; readonly taken: () => void } | undefined;
  #wake: (() => void) | undefined;
  #ended = false;

  /** Resolves when the item has been taken, or nobody will. */
  async give(item: Item): Promise<void> {
    if (this.#ended) return;
    await new Promise<void>((taken) => {
      this.#offer = { item, taken };
      this.#wake?.();
    });
  }

  /** Undefined at the end; what was offered then is dropped. */
  async take(): Promise<Item | undefined> {
    while (!this.#ended) {
      const offer = this.#offer;
      if (offer !== undefined) {
        this.#offer = undefined;
        offer.taken();
        return offer.item;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return undefined;
  }

  end(): void {
    this.#ended = true;
    this.#offer?.taken();
    this.#wake?.();
  }
}
