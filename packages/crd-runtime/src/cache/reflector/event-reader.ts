import type { Clock } from "../../clock/index.js";
import type { DeepReadonly, KubernetesObject } from "../../meta/index.js";
import type { WatchEvent } from "../../watch/index.js";
import { GrowingMap } from "../growing-map.js";
import { checkedKeyFunc, type KeyFunc, metaNamespaceKey } from "../object-key.js";
import { Pacer } from "../pacer.js";
import type { ReflectorStore } from "../reflector-store.js";
import type { EventStream, StreamEnd } from "./event-stream.js";
import type { Intake } from "./intake.js";
import type { SyncVersion } from "./sync-version.js";

/** Annotation of the bookmark after the existing objects. */
const initialEventsEnd = "k8s.io/initial-events-end";

/** The existing objects as a stream brought them, or how the stream ended before they were complete. */
export type InitialEvents<T extends KubernetesObject> =
  | {
      readonly type: "complete";
      readonly objects: readonly DeepReadonly<T>[];
      readonly resourceVersion: string;
    }
  | { readonly type: "incomplete"; readonly end: StreamEnd };

/** Reads the events of a reflector's streams, keeping account of the version that they have reached. */
export class EventReader<T extends KubernetesObject> {
  readonly #clock: Clock;
  readonly #version: SyncVersion;
  readonly #intake: Intake<T>;
  readonly #keyFunc: KeyFunc<T>;
  readonly #onLost: (error: unknown) => void;
  #lastEventAt: number | undefined;

  constructor(input: {
    readonly clock: Clock;
    readonly version: SyncVersion;
    readonly intake: Intake<T>;
    readonly keyFunc: KeyFunc<T> | undefined;
    /** Hears why an event could not be applied. */
    readonly onLost: (error: unknown) => void;
  }) {
    this.#clock = input.clock;
    this.#version = input.version;
    this.#intake = input.intake;
    const { keyFunc } = input;
    this.#keyFunc = keyFunc === undefined ? metaNamespaceKey : checkedKeyFunc(keyFunc);
    this.#onLost = input.onLost;
  }

  /** Monotonic milliseconds; undefined before the first event. */
  get lastEventAt(): number | undefined {
    return this.#lastEventAt;
  }

  /** Reads up to the bookmark after the existing objects; the stream is left open there. */
  async readInitialEvents(stream: EventStream<T>): Promise<InitialEvents<T>> {
    const objects = new GrowingMap<DeepReadonly<T>>();
    const pacer = new Pacer(this.#clock);
    for (;;) {
      const step = await stream.next();
      if (step.type === "end") return { type: "incomplete", end: step.end };
      const { event } = step;
      this.#lastEventAt = this.#clock.monotonic();
      if (event.type === "BOOKMARK") {
        const resourceVersion = this.#bookmark(event);
        if (event.object.metadata.annotations?.[initialEventsEnd] === "true") {
          return { type: "complete", objects: objects.list(), resourceVersion };
        }
      } else {
        this.#apply({
          event,
          put: (object) => objects.set(this.#keyFunc(object), object),
          remove: (object) => objects.delete(this.#keyFunc(object)),
        });
      }
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
  }

  /** Puts events into a store until the stream ends. While the store is not ready, nothing is read. */
  async readInto(input: {
    readonly stream: EventStream<T>;
    readonly store: ReflectorStore<T>;
  }): Promise<StreamEnd> {
    const { stream, store } = input;
    const pacer = new Pacer(this.#clock);
    for (;;) {
      const step = await stream.next();
      if (step.type === "end") return step.end;
      const { event } = step;
      this.#lastEventAt = this.#clock.monotonic();
      if (event.type === "BOOKMARK") {
        store.bookmark?.(this.#bookmark(event));
      } else {
        this.#apply({
          event,
          put: (object) => (event.type === "ADDED" ? store.add(object) : store.update(object)),
          remove: (object) => store.delete(object),
        });
      }
      const wait = store.whenReady?.() ?? pacer.turn();
      if (wait !== undefined) await wait;
    }
  }

  #bookmark(event: Extract<WatchEvent<T>, { readonly type: "BOOKMARK" }>): string {
    // The types promise one; a proxy or a fake need not keep it.
    const resourceVersion = event.object.metadata.resourceVersion || this.#version.last;
    this.#version.seen({ type: event.type, resourceVersion });
    return resourceVersion;
  }

  /** The version advances over an event that cannot be applied, as in client-go, but not over what is no object. */
  #apply(input: {
    readonly event: Exclude<WatchEvent<T>, { readonly type: "BOOKMARK" }>;
    readonly put: (object: DeepReadonly<T>) => void;
    readonly remove: (object: DeepReadonly<T>) => void;
  }): void {
    const { event, put, remove } = input;
    try {
      const object = this.#intake.admit(event.object);
      if (object === undefined) return;
      if (event.type === "ADDED" || event.type === "MODIFIED") put(object);
      else if (event.type === "DELETED") remove(object);
      else
        throw new TypeError(`the server sent an event of the unknown type ${String(event.type)}`);
    } catch (error) {
      this.#onLost(error);
    }
    const { resourceVersion = "" } = event.object.metadata;
    this.#version.seen({ type: event.type, resourceVersion });
  }
}
