// The counterpart of go/informer: runs an informer of widgets and prints what it costs, one JSON object a line: until a
// handler has had all of them, and then for so many updates.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import {
  metaNamespaceIndex,
  namespaceIndex,
  newSharedIndexInformer,
  ResourceClient,
  RestClient,
  stripManagedFields,
} from "crd-runtime";
import { watchLoop } from "../measure/loop.js";

const { values: flags } = parseArgs({
  options: {
    /** A file with a RestConfig: the KubeConfig of client-node alone takes 60 MB. */
    config: { type: "string" },
    updates: { type: "string", default: "0" },
    strip: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    /** Looks for blocks of the event loop, which costs a little. */
    loop: { type: "boolean", default: false },
  },
});

const rest = RestClient.forConfig(JSON.parse(readFileSync(flags.config, "utf8")));
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
  indexers: { [namespaceIndex]: metaNamespaceIndex },
  reflector: { watchList: !flags.list },
  ...(flags.strip ? { transform: stripManagedFields } : {}),
});

function startMeter() {
  const loop = flags.loop ? watchLoop() : undefined;
  const start = performance.now();
  const before = process.cpuUsage();
  return async (objects) => {
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    const blocks = await loop?.end();
    const line = { objects, wallMs, cpuMs: (user + system) / 1000, peakBytes, ...blocks };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
}

let added = 0;
let updated = 0;
let endUpdates;
const allUpdated = new Promise((resolve) => {
  endUpdates = resolve;
});
const wanted = Number(flags.updates);
let meter = startMeter();
const registration = informer.addEventHandler({
  onAdd: () => {
    added++;
  },
  onUpdate: () => {
    updated++;
    if (updated === 1) meter = startMeter();
    if (updated === wanted) endUpdates();
  },
});
const stop = new AbortController();
const running = informer.run(stop.signal);
if (!(await registration.whenSynced())) throw new Error("not synced");
await meter(added);
if (wanted > 0) {
  await allUpdated;
  await meter(updated);
}
stop.abort();
await running;
rest.close();
