import { setImmediate } from "node:timers/promises";
import { deferred } from "../../../src/cache/deferred.js";
import { newSharedIndexInformer } from "../../../src/informers/index.js";
import type { KubernetesListLike, KubernetesObject } from "../../../src/meta/index.js";
import { ResourceClient, RestClient } from "../../../src/rest/index.js";
import { MemoryTransport } from "../../rest/memory-transport.js";

// Caches a small part of each object of a large list and of large watch events; prints what stays in memory of the rest.
const count = 100;
const padding = "x".repeat(100_000);
const pieceBytes = 65_536;
const megabytes = 2 ** 20;

function things(prefix: string): object[] {
  return Array.from({ length: count }, (_, at) => ({
    apiVersion: "example.com/v1",
    kind: "Thing",
    metadata: {
      name: `${prefix}-${at}`,
      namespace: "default",
      uid: `${prefix}-${at}-${"u".repeat(30)}`,
      resourceVersion: String(at + 1),
      annotations: { padding },
    },
  }));
}

function list(): string {
  return JSON.stringify({
    apiVersion: "example.com/v1",
    kind: "ThingList",
    metadata: { resourceVersion: "1" },
    items: things("listed"),
  });
}

/** In pieces as they come from a socket, which are kept until the next one comes. */
function* frames(input: {
  readonly type: string;
  readonly objects: readonly object[];
}): Generator<Uint8Array> {
  const { type, objects } = input;
  for (const object of objects) {
    const frame = Buffer.from(`${JSON.stringify({ type, object })}\n`);
    for (let at = 0; at < frame.length; at += pieceBytes) {
      yield frame.subarray(at, at + pieceBytes);
    }
  }
}

const [added, deleted] = [deferred(), deferred()];
async function* watch(): AsyncGenerator<Uint8Array> {
  await added.promise;
  yield* frames({ type: "ADDED", objects: things("watched") });
  await deleted.promise;
  yield* frames({ type: "DELETED", objects: things("listed") });
  await new Promise<void>(() => {});
}

/** Megabytes in use, of the heap and of buffers. */
async function inUse(): Promise<number> {
  for (let turn = 0; turn < 10; turn++) {
    await setImmediate();
    global.gc?.();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / megabytes;
}

const transport = new MemoryTransport([() => ({ body: list() }), () => ({ body: watch() })]);
const client = new ResourceClient<KubernetesObject, KubernetesListLike<KubernetesObject>>({
  rest: RestClient.forConfig({ host: "https://test", transport }),
  group: "example.com",
  version: "v1",
  resource: "things",
  kind: "Thing",
  namespaced: true,
});
const seen: WeakRef<object>[] = [];
const informer = newSharedIndexInformer({
  name: "things",
  listerWatcher: client,
  transform: (object) => {
    seen.push(new WeakRef(object));
    delete object.metadata.annotations;
    return object;
  },
  reflector: { watchList: false },
});
function report(what: string, megabytesMore: number): void {
  const { size } = informer.indexer;
  const alive = seen.filter((reference) => reference.deref() !== undefined).length;
  // The last event is in hand until the next one comes.
  const objects = alive <= size + 1 ? "no others" : `${alive} alive`;
  const memory = megabytesMore < 3 ? "little memory" : `${megabytesMore.toFixed(1)} MB`;
  console.log(`${what}: ${size} cached, ${objects}, ${memory}`);
}

const before = await inUse();
const controller = new AbortController();
void informer.run(controller.signal);
await informer.whenSynced();
report("listed", (await inUse()) - before);
added.resolve();
while (informer.indexer.size < 2 * count) await setImmediate();
report("watched", (await inUse()) - before);
deleted.resolve();
while (informer.indexer.size > count) await setImmediate();
report("deleted", (await inUse()) - before);
process.exit();
