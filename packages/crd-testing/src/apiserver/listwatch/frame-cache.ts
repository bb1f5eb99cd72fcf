import type { ApiResource } from "../resources/resource.js";
import type { StorageEvent } from "../storage/index.js";
import type { WatchEncoding } from "./encoding/encoding.js";
import { type ObjectEventType, objectFrame, shownBy } from "./frames.js";

/** Bytes of frames that are kept for each resource and encoding. */
const maxBytes = 4 * 2 ** 20;

/** A frame, or the promise of one that a webhook converts. */
export type Frame = Uint8Array | Promise<Uint8Array>;

type Frames = Partial<Record<ObjectEventType, Frame>>;

/** Keeps the frames of the last events, so that an event is written once for all who watch in the same encoding. */
export class FrameCache {
  readonly #encoding: WatchEncoding;
  readonly #frames = new Map<StorageEvent, Frames>();
  #bytes = 0;

  constructor(encoding: WatchEncoding) {
    this.#encoding = encoding;
  }

  /** @throws or rejects with a StatusError when a conversion fails */
  frame(event: StorageEvent, type: ObjectEventType): Frame {
    const known = this.#frames.get(event);
    const frame = known?.[type];
    if (frame !== undefined) return frame;
    const made = this.#make(event, type);
    if (made instanceof Promise) return made;
    this.#keep({ event, known, type, frame: made });
    return made;
  }

  #make(event: StorageEvent, type: ObjectEventType): Frame {
    const objects = this.#encoding.objects([shownBy(event, type)]);
    if (!(objects instanceof Promise)) return objectFrame(type, single(objects));
    const frame = objects.then((converted) => objectFrame(type, single(converted)));
    const frames = this.#frames.get(event) ?? {};
    frames[type] = frame;
    this.#frames.set(event, frames);
    const settle = (done: Uint8Array | undefined): void => {
      // Dropped meanwhile.
      if (this.#frames.get(event) !== frames) return;
      delete frames[type];
      if (done !== undefined) this.#keep({ event, known: frames, type, frame: done });
    };
    frame.then(settle, () => settle(undefined));
    return frame;
  }

  #keep(input: {
    readonly event: StorageEvent;
    readonly known: Frames | undefined;
    readonly type: ObjectEventType;
    readonly frame: Uint8Array;
  }): void {
    const { event, known, type, frame } = input;
    if (known === undefined) this.#frames.set(event, { [type]: frame });
    else known[type] = frame;
    this.#bytes += frame.length;
    for (const [oldest, frames] of this.#frames) {
      if (this.#bytes <= maxBytes || oldest === event) return;
      this.#frames.delete(oldest);
      for (const dropped of Object.values(frames)) {
        if (dropped instanceof Uint8Array) this.#bytes -= dropped.length;
      }
    }
  }
}

/** The caches of all resources. A resource that is not served any more takes its caches along. */
export class FrameCaches {
  readonly #caches = new WeakMap<ApiResource, Map<string, FrameCache>>();

  of(resource: ApiResource, encoding: WatchEncoding): FrameCache {
    let caches = this.#caches.get(resource);
    if (caches === undefined) {
      caches = new Map();
      this.#caches.set(resource, caches);
    }
    let cache = caches.get(encoding.key);
    if (cache === undefined) {
      cache = new FrameCache(encoding);
      caches.set(encoding.key, cache);
    }
    return cache;
  }
}

function single(objects: readonly Uint8Array[]): Uint8Array {
  const [object] = objects;
  if (object === undefined) throw new TypeError("a conversion lost an object");
  return object;
}
