import {
  type Batch,
  DeletedFinalStateUnknown,
  type Delta,
  type ObjectDelta,
  type Store,
} from "../cache/index.js";
import { Pacer } from "../cache/pacer.js";
import type { Clock } from "../clock/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import type { Notification } from "./notification.js";
import { NotificationBatch } from "./notification-batch.js";
import type { Audience } from "./shared-processor.js";

/** Hands notifications to handlers. */
type Distribute<T extends KubernetesObject> = (input: {
  readonly batch: NotificationBatch<T>;
  readonly audience: Audience;
}) => void;

/**
 * Applies deltas to the cache of an informer and tells what handlers are due. The cache always changes first, and a new
 * list all at once; building it does not block the event loop. Follows client-go's processDeltas. What differs: the
 * deletion of an object that the cache never held is not passed on, since no handler has seen it.
 */
export class DeltaProcessor<T extends KubernetesObject> {
  readonly #store: Store<T>;
  readonly #clock: Clock;
  readonly #distribute: Distribute<T>;
  readonly #onKeyError: (error: unknown) => void;

  constructor(input: {
    readonly store: Store<T>;
    readonly clock: Clock;
    readonly distribute: Distribute<T>;
    /** Hears of objects that no key can be made of; they are left out. */
    readonly onKeyError: (error: unknown) => void;
  }) {
    this.#store = input.store;
    this.#clock = input.clock;
    this.#distribute = input.distribute;
    this.#onKeyError = input.onKeyError;
  }

  /** Must have ended before it is called again. */
  async process(batch: Batch<T>): Promise<void> {
    const [first] = batch.deltas;
    switch (first?.type) {
      case undefined:
        return;
      case "Bookmark":
        this.#store.bookmark(first.resourceVersion);
        return;
      case "SyncAll":
        await this.#syncAll();
        return;
      case "ReplacedAll":
        await this.#replaceAll({ ...first, isInInitialList: batch.isInInitialList });
        return;
      default:
        this.#applyObjects(batch.deltas.filter(isObjectDelta));
    }
  }

  #applyObjects(deltas: readonly ObjectDelta<T>[]): void {
    const batch = new NotificationBatch<T>();
    for (const delta of deltas) {
      try {
        const notification = this.#apply(delta);
        if (notification !== undefined) batch.push(notification);
      } catch (error) {
        this.#onKeyError(error);
      }
    }
    this.#distribute({ batch, audience: "all" });
  }

  #apply(delta: ObjectDelta<T>): Notification<T> | undefined {
    const { object } = delta;
    const old = this.#store.get(object);
    if (delta.type === "Deleted") {
      this.#store.delete(object);
      return old === undefined ? undefined : { type: "delete", object };
    }
    this.#store.add(object);
    return old === undefined
      ? { type: "add", object, isInInitialList: false }
      : change({ old, object });
  }

  async #replaceAll(list: {
    readonly objects: readonly DeepReadonly<T>[];
    readonly resourceVersion: string;
    readonly isInInitialList: boolean;
  }): Promise<void> {
    const pacer = new Pacer(this.#clock);
    const replacement = this.#store.beginReplace();
    for (const object of list.objects) {
      try {
        replacement.add(object);
      } catch (error) {
        this.#onKeyError(error);
      }
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
    const batch = new NotificationBatch<T>();
    for (const [key, object] of this.#store.entries()) {
      if (!replacement.has(key)) {
        batch.push({
          type: "delete",
          object: new DeletedFinalStateUnknown({ key, object }),
        });
      }
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
    for (const [key, object] of replacement.entries()) {
      const old = this.#store.getByKey(key);
      batch.push(
        old === undefined
          ? { type: "add", object, isInInitialList: list.isInInitialList }
          : change({ old, object }),
      );
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
    // Nothing may come between these two, or a handler that is added then would miss or repeat something.
    replacement.commit(list.resourceVersion);
    this.#distribute({ batch, audience: "all" });
  }

  async #syncAll(): Promise<void> {
    const pacer = new Pacer(this.#clock);
    const batch = new NotificationBatch<T>();
    for (const object of this.#store.values()) {
      batch.push({
        type: "update",
        oldObject: object,
        newObject: object,
        synthetic: true,
      });
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
    this.#distribute({ batch, audience: "resync" });
  }
}

/** An object that the server sent once more as it was is no change. */
function change<T extends KubernetesObject>(input: {
  readonly old: DeepReadonly<T>;
  readonly object: DeepReadonly<T>;
}): Notification<T> {
  const { old, object } = input;
  const version = object.metadata.resourceVersion ?? "";
  // Whoever holds the old one may have emptied it.
  const synthetic = version !== "" && version === old.metadata?.resourceVersion;
  return { type: "update", oldObject: old, newObject: object, synthetic };
}

function isObjectDelta<T extends KubernetesObject>(delta: Delta<T>): delta is ObjectDelta<T> {
  return delta.type === "Added" || delta.type === "Updated" || delta.type === "Deleted";
}
