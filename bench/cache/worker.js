// One scenario of the benchmark in a process of its own: prints one JSON object.
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { newSharedIndexInformer, ResourceClient, RestClient, Store } from "crd-runtime";
import { widget } from "../apiserver/definitions.js";

const [scenario, ...args] = process.argv.slice(2);
const scenarios = { byIndex, idle };
process.stdout.write(`${JSON.stringify(await scenarios[scenario](...args))}\n`);

/** Microseconds to list a hundred of so many objects by an index. */
async function byIndex(count) {
  const values = Math.ceil(Number(count) / 100);
  const indexers = { shard: (object) => [object.metadata.labels.shard] };
  const store = new Store({ indexers });
  for (let index = 0; index < Number(count); index++) {
    const object = widget(index);
    object.metadata.labels.shard = String(index % values);
    store.add(object);
  }
  let found = 0;
  const rounds = 100_000;
  const listAll = () => {
    const begun = performance.now();
    for (let round = 0; round < rounds; round++) {
      found += store.byIndex("shard", String(round % values)).length;
    }
    return ((performance.now() - begun) * 1000) / rounds;
  };
  listAll();
  const micros = listAll();
  return { micros, found: found / (2 * rounds) };
}

/** Share of a processor that so many informers take while nothing happens. */
async function idle(port, count, seconds) {
  const host = `http://127.0.0.1:${port}`;
  const rest = RestClient.forConfig({ host, proxy: "" });
  const stop = new AbortController();
  const informers = Array.from({ length: Number(count) }, (_, index) =>
    newSharedIndexInformer({
      name: `widgets of namespace-${index}`,
      listerWatcher: new ResourceClient({
        rest,
        group: "bench.example.com",
        version: "v1",
        resource: "widgets",
        kind: "Widget",
        namespaced: true,
        namespace: `namespace-${index}`,
      }),
    }),
  );
  const running = informers.map((informer) => informer.run(stop.signal));
  await Promise.all(informers.map((informer) => informer.whenSynced()));
  await delay(1_000);
  const begun = performance.now();
  const before = process.cpuUsage();
  await delay(Number(seconds) * 1_000);
  const { user, system } = process.cpuUsage(before);
  const share = (user + system) / 1_000 / (performance.now() - begun);
  const watches = await (await fetch(`${host}/watches`)).json();
  stop.abort();
  await Promise.all(running);
  rest.close();
  return { share, watches };
}
