import {
  isNotFound,
  type KubernetesObject,
  Lister,
  newSharedIndexInformer,
  type SharedIndexInformer,
  type SharedIndexInformerOptions,
} from "crd-runtime";
import { expect, it, onTestFinished } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { type ConfigMap, configMapsIn, restClient } from "./server.js";

/** Hears of events, and waits for them without a clock. */
class Recorder {
  readonly events: string[] = [];
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  add(event: string): void {
    this.events.push(event);
    for (const { count, resolve } of this.#waiting) if (this.events.length >= count) resolve();
  }

  async first(count: number): Promise<readonly string[]> {
    if (this.events.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    }
    return this.events.slice(0, count);
  }
}

function nameOf(object: object): string {
  return "metadata" in object ? ((object as KubernetesObject).metadata.name ?? "") : "";
}

describeOnServer("SharedIndexInformer", (server) => {
  const rest = restClient(server);
  const client = configMapsIn({ rest, namespace: "informer" });

  function start(
    options: Partial<SharedIndexInformerOptions<ConfigMap>> & { readonly labelSelector: string },
  ): { readonly informer: SharedIndexInformer<ConfigMap>; readonly recorder: Recorder } {
    const { labelSelector, ...rest } = options;
    const informer = newSharedIndexInformer<ConfigMap>({
      name: "configmaps",
      listerWatcher: {
        list: (each) => client.list({ ...each, labelSelector }),
        watch: (each) => client.watch({ ...each, labelSelector }),
      },
      freeze: true,
      ...rest,
    });
    const recorder = new Recorder();
    informer.addEventHandler({
      onAdd: (object, initial) => recorder.add(`${initial ? "initial" : "add"} ${nameOf(object)}`),
      onUpdate: (_old, object) => recorder.add(`update ${nameOf(object)} ${object.data?.["key"]}`),
      onDelete: (object) => recorder.add(`delete ${nameOf(object)}`),
    });
    const stop = new AbortController();
    const running = informer.run(stop.signal);
    onTestFinished(async () => {
      stop.abort();
      await running;
    });
    return { informer, recorder };
  }

  const create = (name: string, set: string) =>
    client.create({ metadata: { name, labels: { set } } });

  it.each([
    { how: "a streamed list", watchList: true },
    { how: "pages", watchList: false },
  ])("fills its cache by $how and follows what happens", async ({ watchList }) => {
    const set = watchList ? "streamed" : "paged";
    const names = ["a", "b", "c"].map((name) => `${set}-${name}`);
    for (const name of names) await create(name, set);
    const { informer, recorder } = start({
      labelSelector: `set=${set}`,
      reflector: { watchList, listPageSize: 2 },
    });
    expect(await informer.whenSynced()).toBe(true);
    expect([...(await recorder.first(3))].sort()).toEqual(names.map((name) => `initial ${name}`));
    const created = await create(`${set}-d`, set);
    await client.update({ ...created, data: { key: "1" } });
    await client.delete(`${set}-a`);
    expect((await recorder.first(6)).slice(3)).toEqual([
      `add ${set}-d`,
      `update ${set}-d 1`,
      `delete ${set}-a`,
    ]);
    const lister = new Lister(informer.indexer, { group: "", resource: "configmaps" });
    expect(lister.list().map(nameOf).sort()).toEqual([`${set}-b`, `${set}-c`, `${set}-d`]);
    expect(lister.namespace("informer").get(`${set}-d`).data).toEqual({ key: "1" });
    expect(() => lister.namespace("informer").get(`${set}-a`)).toThrow(
      expect.toSatisfy(isNotFound),
    );
  });

  it("sees an object leave its selector as a deletion", async () => {
    const created = await create("leaving", "left");
    const { recorder } = start({ labelSelector: "set=left" });
    await recorder.first(1);
    await client.update({ ...created, metadata: { ...created.metadata, labels: {} } });
    expect(await recorder.first(2)).toEqual(["initial leaving", "delete leaving"]);
  });

  it("goes on from where it was when the server ends its watch", async () => {
    await create("before", "ended");
    let watches = 0;
    let ended = (): void => undefined;
    const secondWatch = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const { recorder } = start({
      labelSelector: "set=ended",
      listerWatcher: {
        list: (each) => client.list({ ...each, labelSelector: "set=ended" }),
        watch: (each) => {
          watches += 1;
          if (watches === 3) ended();
          return client.watch({ ...each, labelSelector: "set=ended", timeoutSeconds: 1 });
        },
      },
      reflector: { watchList: false },
    });
    await secondWatch;
    await create("after", "ended");
    expect(await recorder.first(2)).toEqual(["initial before", "add after"]);
  });
});
