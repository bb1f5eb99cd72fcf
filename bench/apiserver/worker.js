// One scenario of the benchmark in a process of its own: prints one JSON object.
import { performance } from "node:perf_hooks";
import { RestClient } from "crd-runtime";
import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { EmbeddedApiServer } from "crd-testing";
import { collection, definition, widget } from "./definitions.js";

const [scenario, ...args] = process.argv.slice(2);
const scenarios = { start, direct, listen, client, memory, fanOut };
process.stdout.write(`${JSON.stringify(await scenarios[scenario](...args))}\n`);

/** Milliseconds until a server with so many CRDs is ready: the first one of a process, and the middle of ten more. */
async function start(count) {
  const crds = Array.from({ length: Number(count) }, (_, index) => definition(index));
  const times = [];
  for (let round = 0; round < 11; round++) {
    const begun = performance.now();
    const api = await EmbeddedApiServer.start({ crds });
    times.push(performance.now() - begun);
    await api.stop();
  }
  const [first, ...more] = times;
  return { first, middle: more.sort((a, b) => a - b)[5] };
}

/** Creates a second through the direct transport, one after another, after as many to warm up. */
async function direct(count) {
  const api = await EmbeddedApiServer.start({ crds: [definition()] });
  const rounds = Number(count);
  await createAll({ transport: api.config.transport, from: 0, count: rounds });
  const begun = performance.now();
  await createAll({ transport: api.config.transport, from: rounds, count: rounds });
  const seconds = (performance.now() - begun) / 1000;
  await api.stop();
  return { perSecond: rounds / seconds };
}

async function createAll({ transport, from, count }) {
  for (let index = from; index < from + count; index++) {
    const body = Buffer.from(JSON.stringify(widget(index)));
    const headers = {
      "content-type": "application/json",
      "content-length": String(body.byteLength),
    };
    const response = await transport.send({ method: "POST", path: collection, headers, body });
    const answer = await response.body.bytes();
    if (response.status !== 201) throw new Error(Buffer.from(answer).toString());
  }
}

/** Listens until it is killed; prints its kubeconfig. */
async function listen() {
  const api = await EmbeddedApiServer.start();
  const door = await api.listen();
  setInterval(() => undefined, 60_000);
  return { kubeconfig: door.kubeconfig };
}

/** Creates a second over TLS, sixteen in flight, on the server of a kubeconfig. */
async function client(path, count) {
  // Large, and of no use to the other scenarios.
  const { KubeConfig } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  config.loadFromFile(path);
  const definitions = ApiextensionsClientset.forConfig(config)
    .apiextensionsV1()
    .customResourceDefinitions();
  await definitions.createOrUpdate(definition());
  await definitions.waitForEstablished(definition().metadata.name);
  const rest = RestClient.forConfig(config);
  const rounds = Number(count);
  let next = 0;
  const worker = async (end) => {
    while (next < end)
      await rest.request({ method: "POST", path: collection, body: widget(next++) });
  };
  const run = (end) => Promise.all(Array.from({ length: 16 }, () => worker(end)));
  await run(rounds);
  const begun = performance.now();
  await run(2 * rounds);
  const seconds = (performance.now() - begun) / 1000;
  rest.close();
  return { perSecond: rounds / seconds };
}

/** Resident bytes with so many objects, before and after an update of each, and bytes of one object. */
async function memory(count) {
  const api = await EmbeddedApiServer.start({ crds: [definition()] });
  const { transport } = api.config;
  await createAll({ transport, from: 0, count: Number(count) });
  const created = resident();
  await updateAll({ transport, count: Number(count) });
  const updated = resident();
  const response = await transport.send({
    method: "GET",
    path: `${collection}/widget-000001`,
    headers: {},
  });
  const object = await response.body.bytes();
  await api.stop();
  return { created, updated, objectBytes: object.byteLength };
}

function resident() {
  // Buffers that the first one finds are freed in the background; the second one waits for that.
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().rss;
}

async function updateAll({ transport, count }) {
  const headers = { "content-type": "application/merge-patch+json" };
  const body = Buffer.from(JSON.stringify({ spec: { mode: "Safe", replicas: 7 } }));
  for (let index = 0; index < count; index++) {
    const path = `${collection}/${widget(index).metadata.name}`;
    const response = await transport.send({ method: "PATCH", path, headers, body });
    const answer = await response.body.bytes();
    if (response.status !== 200) throw new Error(Buffer.from(answer).toString());
  }
}

/** Events a second that reach all watchers together. */
async function fanOut(watchers, updates) {
  const api = await EmbeddedApiServer.start({ crds: [definition()] });
  const { transport } = api.config;
  await createAll({ transport, from: 0, count: 1 });
  const wanted = Number(updates);
  const readers = [];
  for (let index = 0; index < Number(watchers); index++) {
    const path = `${collection}?watch=true&resourceVersion=${api.revision}`;
    const response = await transport.send({ method: "GET", path, headers: {}, streaming: true });
    readers.push(read(response.body, wanted));
  }
  const begun = performance.now();
  const headers = { "content-type": "application/merge-patch+json" };
  for (let index = 0; index < wanted; index++) {
    const body = Buffer.from(JSON.stringify({ spec: { args: [String(index)] } }));
    const path = `${collection}/widget-000000`;
    const response = await transport.send({ method: "PATCH", path, headers, body });
    await response.body.bytes();
  }
  await Promise.all(readers);
  const seconds = (performance.now() - begun) / 1000;
  await api.stop();
  return { perSecond: (readers.length * wanted) / seconds };
}

async function read(body, wanted) {
  let seen = 0;
  for await (const chunk of body) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) seen += 1;
    if (seen >= wanted) return;
  }
}
