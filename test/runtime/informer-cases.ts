import {
  compareResourceVersion,
  isGone,
  isNotFound,
  Lister,
  type ListOptions,
  newSharedIndexInformer,
  type Persisted,
  type ResourceEventHandler,
  type SharedIndexInformer,
  type SharedIndexInformerOptions,
} from "crd-runtime";
import { expect, it, onTestFinished } from "vitest";
import { LeapClock } from "./faults/leap-clock.js";
import { Recorder } from "./recorder.js";
import type { ConfigMap, ConfigMaps } from "./server.js";

type Stored = Persisted<ConfigMap>;

interface Started {
  readonly informer: SharedIndexInformer<Stored>;
  readonly recorder: Recorder;
  readonly clock: LeapClock;
  readonly errors: readonly unknown[];
}

/** Starts an informer of some ConfigMaps. */
function start(
  input: {
    readonly configMaps: ConfigMaps;
    readonly labelSelector?: string;
    readonly fieldSelector?: string;
    /** Changes what is asked of the server; gets the number of the call. */
    readonly onList?: (count: number) => void;
    readonly onWatch?: (count: number) => ListOptions | Promise<ListOptions>;
  } & Partial<SharedIndexInformerOptions<Stored>>,
): Started {
  const { configMaps, labelSelector, fieldSelector, onList, onWatch, ...options } = input;
  const selectors = { labelSelector, fieldSelector };
  const counts = { lists: 0, watches: 0 };
  const clock = new LeapClock();
  const errors: unknown[] = [];
  const informer = newSharedIndexInformer<Stored>({
    name: "configmaps",
    listerWatcher: {
      list: (each) => {
        onList?.(++counts.lists);
        return configMaps.list({ ...each, ...selectors });
      },
      async *watch(each) {
        const changed = await onWatch?.(++counts.watches);
        yield* configMaps.watch({ ...each, ...selectors, ...changed });
      },
    },
    clock,
    freeze: true,
    onError: ({ cause }) => errors.push(cause),
    ...options,
  });
  const recorder = new Recorder();
  informer.addEventHandler(telling(recorder));
  const stop = new AbortController();
  const running = informer.run(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await running;
  });
  return { informer, recorder, clock, errors };
}

function telling(recorder: Recorder): ResourceEventHandler<Stored> {
  return {
    onAdd: ({ metadata }, initial) =>
      recorder.add(`${initial ? "initial" : "add"} ${metadata.name}`),
    onUpdate: (_old, { metadata, data }, synthetic) =>
      recorder.add(`${synthetic ? "resync" : "update"} ${metadata.name} ${data?.["key"]}`),
    onDelete: (object) =>
      recorder.add(
        `delete ${"metadata" in object ? object.metadata.name : object.key.split("/")[1]}`,
      ),
  };
}

/** What an informer does on any server: the same cases for the embedded server and for the real one. */
export function informerCases(configMapsOfSide: () => ConfigMaps): void {
  const create = (name: string, set: string): Promise<Stored> =>
    configMapsOfSide().create({ metadata: { name, labels: { set } } });

  it.each([
    { how: "a streamed list", watchList: true },
    { how: "pages", watchList: false },
  ])("fills its cache by $how and follows what happens", async ({ watchList }) => {
    const configMaps = configMapsOfSide();
    const set = watchList ? "streamed" : "paged";
    const names = ["a", "b", "c"].map((name) => `${set}-${name}`);
    for (const name of names) await create(name, set);
    let lists = 0;
    const { informer, recorder } = start({
      configMaps,
      labelSelector: `set=${set}`,
      onList: (count) => {
        lists = count;
      },
      reflector: { watchList, listPageSize: 2 },
    });
    expect(await informer.whenSynced()).toBe(true);
    expect([...(await recorder.first(3))].sort()).toEqual(names.map((name) => `initial ${name}`));
    expect(lists).toBe(watchList ? 0 : 1);
    const created = await create(`${set}-d`, set);
    await configMaps.update({ ...created, data: { key: "1" } });
    await configMaps.delete(`${set}-a`);
    expect((await recorder.first(6)).slice(3)).toEqual([
      `add ${set}-d`,
      `update ${set}-d 1`,
      `delete ${set}-a`,
    ]);
    const lister = new Lister(informer.indexer, { group: "", resource: "configmaps" });
    const left = lister.list().map(({ metadata }) => metadata.name);
    expect(left.sort()).toEqual([`${set}-b`, `${set}-c`, `${set}-d`]);
    const { namespace } = created.metadata;
    expect(lister.namespace(namespace ?? "").get(`${set}-d`).data).toEqual({ key: "1" });
    expect(() => lister.namespace(namespace ?? "").get(`${set}-a`)).toThrow(
      expect.toSatisfy(isNotFound),
    );
  });

  it("sees an object leave its selector as a deletion, and enter it as a new one", async () => {
    const configMaps = configMapsOfSide();
    const created = await create("leaving", "left");
    const { recorder } = start({ configMaps, labelSelector: "set=left" });
    await recorder.first(1);
    const gone = await configMaps.update({
      ...created,
      metadata: { ...created.metadata, labels: {} },
    });
    expect(await recorder.first(2)).toEqual(["initial leaving", "delete leaving"]);
    await configMaps.update({
      ...created,
      metadata: { ...gone.metadata, labels: { set: "left" } },
    });
    expect((await recorder.first(3))[2]).toBe("add leaving");
  });

  it("follows one object by a field selector", async () => {
    const configMaps = configMapsOfSide();
    await create("one", "field");
    const { recorder } = start({ configMaps, fieldSelector: "metadata.name=one" });
    await recorder.first(1);
    await create("other", "field");
    await configMaps.delete("one");
    expect(await recorder.first(2)).toEqual(["initial one", "delete one"]);
  });

  it("goes on from where it was when the server ends its watch", async () => {
    const configMaps = configMapsOfSide();
    await create("before", "ended");
    let lists = 0;
    let ended = (): void => undefined;
    const thirdWatch = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const { recorder } = start({
      configMaps,
      labelSelector: "set=ended",
      onList: (count) => {
        lists = count;
      },
      onWatch: (count) => {
        if (count === 3) ended();
        return { timeoutSeconds: 1 };
      },
      reflector: { watchList: false },
    });
    await thirdWatch;
    await create("after", "ended");
    expect(await recorder.first(2)).toEqual(["initial before", "add after"]);
    expect(lists).toBe(1);
  });

  it("learns by a bookmark how far the server is, also beyond what it watches", async () => {
    const configMaps = configMapsOfSide();
    await create("marked", "bookmarks");
    const { metadata } = await create("elsewhere", "not-watched");
    const { informer, recorder } = start({ configMaps, labelSelector: "set=bookmarks" });
    await informer.whenSynced();
    const { lastSyncResourceVersion: reached } = informer;
    expect(compareResourceVersion(reached, metadata.resourceVersion)).toBeGreaterThanOrEqual(0);
    expect(await recorder.first(1)).toEqual(["initial marked"]);
  });

  it("has handlers that come and go, and resyncs those that asked for it", async () => {
    const configMaps = configMapsOfSide();
    await create("here", "handlers");
    const { informer, recorder, clock } = start({ configMaps, labelSelector: "set=handlers" });
    await recorder.first(1);
    const late = new Recorder();
    const registration = informer.addEventHandler(telling(late), { resyncPeriodMs: 60_000 });
    expect(await late.first(1)).toEqual(["initial here"]);
    clock.leap(60_000);
    expect(await late.first(2)).toEqual(["initial here", "resync here undefined"]);
    await registration.remove();
    await create("later", "handlers");
    expect(await recorder.first(2)).toEqual(["initial here", "add later"]);
    expect(late.events).toHaveLength(2);
  });

  it.each([true, false])("transforms what comes, watchList %s", async (watchList) => {
    const configMaps = configMapsOfSide();
    const set = `transformed-${watchList}`;
    const bulky = (name: string) => ({ metadata: { name, labels: { set } }, data: { key: "big" } });
    await configMaps.create(bulky(`${set}-a`));
    const { informer, recorder } = start({
      configMaps,
      labelSelector: `set=${set}`,
      transform: ({ data: _, ...object }) => object,
      reflector: { watchList },
    });
    await recorder.first(1);
    await configMaps.create(bulky(`${set}-b`));
    await recorder.first(2);
    const stored = [...informer.indexer.values()];
    expect(stored.map(({ metadata }) => metadata.name).sort()).toEqual([`${set}-a`, `${set}-b`]);
    expect(stored.filter(({ data }) => data !== undefined)).toEqual([]);
  });
}

/** The same for a server that can be made to forget its past. */
export function expiryCases(side: {
  readonly configMaps: () => ConfigMaps;
  readonly forgetThePast: () => void | Promise<void>;
}): void {
  it.each([true, false])(
    "begins anew when its version has expired, watchList %s",
    async (watchList) => {
      const configMaps = side.configMaps();
      const set = `expired-${watchList}`;
      const create = (name: string): Promise<Stored> =>
        configMaps.create({ metadata: { name: `${set}-${name}`, labels: { set } } });
      await create("a");
      await create("b");
      // The stream of the existing objects goes over into the first watch.
      const { recorder, errors } = start({
        configMaps,
        labelSelector: `set=${set}`,
        onWatch: async (count) => {
          if (count === 2) {
            await configMaps.delete(`${set}-a`);
            await create("c");
            await side.forgetThePast();
          }
          return count === 1 ? { timeoutSeconds: 1 } : {};
        },
        reflector: { watchList },
      });
      const events = await recorder.first(4);
      expect([...events.slice(0, 2)].sort()).toEqual([`initial ${set}-a`, `initial ${set}-b`]);
      expect([...events.slice(2)].sort()).toEqual([`add ${set}-c`, `delete ${set}-a`]);
      expect(errors.filter(isGone)).toHaveLength(1);
      await create("d");
      expect((await recorder.first(5))[4]).toBe(`add ${set}-d`);
    },
  );
}
