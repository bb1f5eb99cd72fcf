import type { Clock } from "crd-runtime";
import type { ServerResponse } from "../http.js";
import type { ListRequest } from "../request/list-watcher.js";
import { expired, StatusError } from "../status/index.js";
import type { Storage, StorageEntry } from "../storage/index.js";
import { watchEncodingOf } from "./encoding/index.js";
import type { FrameCaches } from "./frame-cache.js";
import { errorFrame } from "./frames.js";
import { untilFresh } from "./freshness.js";
import { watchRevision } from "./resource-version.js";
import { Selection } from "./selection.js";
import { WatchStream } from "./watch-stream.js";

/** A watch that names no time lasts half an hour to an hour: --min-request-timeout of kube-apiserver. */
const minTimeoutMs = 1_800_000;

/**
 * The answer to a watch. What goes wrong once the request is understood is an ERROR event, not an error of HTTP. Follows
 * Cacher.Watch of apiserver.
 *
 * @throws StatusError 400 for a selector or TableOptions, 500 for a resourceVersion that is no number
 */
export async function watchResponse(input: {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: () => number;
  readonly caches: FrameCaches;
  readonly request: ListRequest;
}): Promise<ServerResponse> {
  const { storage, clock, random, caches, request } = input;
  const { options, signal } = request;
  const selection = new Selection(request);
  const requested = watchRevision(options.resourceVersion);
  const encoding = watchEncodingOf(request);
  const tooLarge = await freshnessProblem({ storage, clock, requested, request });
  if (tooLarge !== undefined) return streaming(oneFrame(errorFrame(tooLarge.status)));
  // From here on nothing waits, so that the objects and the events that follow fit together.
  const start = startOf({ storage, request, requested });
  if (options.sendInitialEvents === true && options.resourceVersion === "") {
    storage.confirm(request.resource.storageKey);
  }
  if (start instanceof StatusError) return streaming(oneFrame(errorFrame(start.status)));
  const { from, isInitial } = start;
  const { storageKey } = selection.resource;
  const { allowWatchBookmarks, sendInitialEvents, timeoutSeconds = 0 } = options;
  const stream = new WatchStream({
    storage,
    clock,
    caches,
    selection,
    encoding,
    initial: isInitial ? initialOf(storage, selection) : [],
    marksInitialEnd: isInitial && sendInitialEvents === true && allowWatchBookmarks,
    from,
    events: storage.watch({ storageKey, ...scopeOf(selection), from }),
    bookmarksAfter: Math.max(from, storage.progress(storageKey)),
    bookmarks: allowWatchBookmarks ? "periodic" : "none",
    timeoutMs: timeoutSeconds === 0 ? minTimeoutMs * (1 + random()) : timeoutSeconds * 1_000,
    signal,
  });
  return streaming(stream);
}

interface Start {
  /** Events after this revision are sent. */
  readonly from: number;
  /** Whether the objects that there are now are sent before. */
  readonly isInitial: boolean;
}

/** What is wrong when objects as new as a revision are asked for, and do not come in time. */
async function freshnessProblem(input: {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly request: ListRequest;
  readonly requested: bigint;
}): Promise<StatusError | undefined> {
  const { storage, clock, request, requested } = input;
  if (request.options.sendInitialEvents !== true) return undefined;
  try {
    await untilFresh({ storage, clock, revision: requested, signal: request.signal });
    return undefined;
  } catch (error) {
    if (error instanceof StatusError) return error;
    throw error;
  }
}

/** Where a watch begins, or why it cannot. */
function startOf(input: {
  readonly storage: Storage;
  readonly request: ListRequest;
  readonly requested: bigint;
}): Start | StatusError {
  const { storage, request, requested } = input;
  const { sendInitialEvents, resourceVersion } = request.options;
  if (sendInitialEvents === true) return { from: storage.revision, isInitial: true };
  if (requested === 0n) {
    // A zero that is not written "0" has not got sendInitialEvents by default.
    const isInitial = sendInitialEvents === undefined && resourceVersion !== "";
    return { from: storage.revision, isInitial };
  }
  const from = Number(requested);
  const floor = storage.floor(request.resource.storageKey);
  if (from < floor) return expired(`too old resource version: ${from} (${floor})`);
  return { from, isInitial: false };
}

function initialOf(storage: Storage, selection: Selection): readonly StorageEntry[] {
  const snapshot = storage.snapshot({ storageKey: selection.resource.storageKey });
  if (snapshot === undefined) return [];
  if (selection.name !== "") {
    const entry = snapshot.get(selection);
    return entry !== undefined && selection.matches(entry) ? [entry] : [];
  }
  return [...snapshot.entries(selection.range)].filter((entry) => selection.matches(entry));
}

function scopeOf({ namespace, name }: Selection): { namespace: string; name: string } {
  return { namespace, name };
}

function streaming(body: AsyncIterable<Uint8Array>): ServerResponse {
  return { status: 200, headers: { "content-type": "application/json" }, body };
}

async function* oneFrame(frame: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield frame;
}
