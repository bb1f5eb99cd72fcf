// Runs an informer of widgets that change all the time. Prints the memory that is in use, a line every so often, and at
// last whether the cache is what the server has.
import { setTimeout as delay } from "node:timers/promises";
import {
  metaNamespaceIndex,
  namespaceIndex,
  newSharedIndexInformer,
  ResourceClient,
  RestClient,
} from "crd-runtime";
import { watchLoop } from "../measure/loop.js";

const [port, minutes] = process.argv.slice(2).map(Number);
const sampleMs = 5_000;
const host = `http://127.0.0.1:${port}`;
const rest = RestClient.forConfig({ host, proxy: "" });
const informer = newSharedIndexInformer({
  name: "widgets",
  listerWatcher: new ResourceClient({
    rest,
    group: "bench.example.com",
    version: "v1",
    resource: "widgets",
    kind: "Widget",
    namespaced: true,
  }),
  indexers: {
    [namespaceIndex]: metaNamespaceIndex,
    mode: (object) => [object.spec.mode],
    // A value of its own for each state: what is left of it would add up.
    version: (object) => [object.metadata.resourceVersion],
  },
});
let events = 0;
const count = () => {
  events++;
};
const registration = informer.addEventHandler({ onAdd: count, onUpdate: count, onDelete: count });
const stop = new AbortController();
const running = informer.run(stop.signal);
await registration.whenSynced();

const loop = watchLoop();
const end = Date.now() + minutes * 60_000;
while (Date.now() < end) {
  await delay(sampleMs);
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  print({ events, objects: informer.indexer.size, usedBytes: heapUsed + external, rssBytes: rss });
}
const { blockMs } = await loop.end();
const { objects, versions } = await (await fetch(`${host}/stop`)).json();
for (let attempt = 0; attempt < 100 && !isEqual(); attempt++) await delay(100);
print({ equal: isEqual(), blockMs });
stop.abort();
await running;
rest.close();

function isEqual() {
  let sum = 0;
  for (const object of informer.indexer.values()) sum += Number(object.metadata.resourceVersion);
  const byVersion = informer.indexer.listIndexFuncValues("version").length;
  return informer.indexer.size === objects && byVersion === objects && sum === versions;
}

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
