import type { Storage, StorageEntry, StorageWatch } from "../storage/index.js";
import type { WatchEncoding } from "./encoding/encoding.js";
import type { Frame, FrameCaches } from "./frame-cache.js";
import { bookmarkFrame, eventTypeOf, objectFrame } from "./frames.js";
import type { Selection } from "./selection.js";

/** Events that are looked at, and objects that are converted, at a time. */
const batchSize = 256;

/** Of what the frames of a watch are made. */
export interface FrameSource {
  readonly storage: Storage;
  readonly caches: FrameCaches;
  readonly selection: Selection;
  readonly encoding: WatchEncoding;
  /** Sent as ADDED before all events. */
  readonly initial: readonly StorageEntry[];
  /** Whether a bookmark says that these have all been sent. */
  readonly marksInitialEnd: boolean;
  /** Revision after which there are events; it may lie in the future. */
  readonly from: number;
  readonly events: StorageWatch;
  /** Bookmarks of this revision, and of those before it, would tell nothing. */
  readonly bookmarksAfter: number;
  /** Whether a bookmark is to be sent once there is nothing else to send. Asking takes the request away. */
  readonly takeBookmarkRequest: () => boolean;
}

/**
 * The frames of a watch in their order; undefined where there is nothing to send now. It ends when no events will come any
 * more. Frames are made when they are asked for.
 *
 * @throws StatusError when a conversion fails; promises reject with it
 */
export function* watchFrames(source: FrameSource): Generator<Frame | undefined, void, undefined> {
  let { encoding } = source;
  if (source.initial.length > 0) {
    // Alone, because the encoding may change after it.
    yield* initialFrames(encoding, source.initial.slice(0, 1));
    encoding = encoding.next;
    yield* initialFrames(encoding, source.initial.slice(1));
  }
  if (source.marksInitialEnd) {
    const bookmark = { revision: source.from, endsInitialEvents: true };
    yield bookmarkFrame(encoding.bookmark(bookmark));
    encoding = encoding.next;
  }
  yield* eventFrames({ ...source, encoding });
}

function* initialFrames(
  encoding: WatchEncoding,
  entries: readonly StorageEntry[],
): Generator<Frame, void, undefined> {
  for (let start = 0; start < entries.length; start += batchSize) {
    const batch = entries.slice(start, start + batchSize);
    const objects = encoding.objects(batch);
    for (const index of batch.keys()) {
      yield objects instanceof Promise
        ? objects.then((converted) => added(converted, index))
        : added(objects, index);
    }
  }
}

function added(objects: readonly Uint8Array[], index: number): Uint8Array {
  const object = objects[index];
  if (object === undefined) throw new TypeError("a conversion lost an object");
  return objectFrame("ADDED", object);
}

function* eventFrames(source: FrameSource): Generator<Frame | undefined, void, undefined> {
  const { storage, caches, selection, events, bookmarksAfter } = source;
  const { resource } = selection;
  const matches = selection.isEmpty
    ? () => true
    : (entry: StorageEntry) => selection.matches(entry);
  let { encoding } = source;
  let frames = caches.of(resource, encoding);
  const advance = (): void => {
    if (encoding.next === encoding) return;
    encoding = encoding.next;
    frames = caches.of(resource, encoding);
  };
  for (;;) {
    for (const event of events.take(batchSize)) {
      const type = eventTypeOf(event, matches);
      if (type === undefined) continue;
      yield frames.frame(event, type);
      advance();
    }
    if (events.end === "lagging") return;
    if (!events.idle) continue;
    if (events.end === "closed") return;
    const revision = storage.progress(resource.storageKey);
    if (source.takeBookmarkRequest() && revision > bookmarksAfter) {
      yield bookmarkFrame(encoding.bookmark({ revision, endsInitialEvents: false }));
      advance();
    } else {
      yield undefined;
    }
  }
}
