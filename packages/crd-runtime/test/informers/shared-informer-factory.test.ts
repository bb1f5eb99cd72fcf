import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { namespaceIndex } from "../../src/cache/index.js";
import {
  type InformerError,
  SharedInformerFactoryBase,
  type SharedInformerFactoryOptions,
  stripManagedFields,
  waitForCacheSync,
} from "../../src/informers/index.js";
import { Lister } from "../../src/listers/index.js";
import { FakeSource } from "../cache/fake-source.js";
import { type Thing, thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";
import { record } from "./run-informer.js";

const things = { group: "example.com", version: "v1", resource: "things" };
const pods = { group: "", version: "v1", resource: "pods" };

function makeFactory(options: SharedInformerFactoryOptions = {}) {
  const clock = new FakeClock();
  const errors: InformerError[] = [];
  const factory = new SharedInformerFactoryBase({
    clock,
    onError: (error) => errors.push(error),
    ...options,
  });
  return { clock, errors, factory, source: new FakeSource<Thing>() };
}

describe("an informer factory", () => {
  it("has one informer per resource, with an index of namespaces", async () => {
    const { factory, source } = makeFactory();
    const informer = factory.informerFor(things, source);
    expect(factory.informerFor(things, new FakeSource<Thing>())).toBe(informer);
    expect(factory.informerFor(pods, source)).not.toBe(informer);
    expect(factory.informerFor({ ...things, version: "v2" }, source)).not.toBe(informer);
    expect(informer.name).toBe("things.v1.example.com");
    expect(factory.informerFor(pods, source).name).toBe("pods.v1");
    expect(informer.indexer.indexNames()).toEqual([namespaceIndex]);
  });

  // client-go trap: informer after the start never runs
  it("starts each informer once, also those that were asked for later", async () => {
    const { factory, source, clock, errors } = makeFactory();
    const controller = new AbortController();
    const informer = factory.informerFor(things, source);
    factory.start(controller.signal);
    factory.start(controller.signal);
    expect(informer.state).toBe("started");
    const late = factory.informerFor(pods, source);
    expect(late.state).toBe("new");
    factory.start(controller.signal);
    await clock.settle();
    expect(source.watches()).toHaveLength(2);
    controller.abort();
    await factory.shutdown();
    expect([informer.state, late.state]).toEqual(["stopped", "stopped"]);
    expect(errors).toEqual([]);
  });

  it("waits until all caches have synced", async () => {
    const { factory, source, clock } = makeFactory();
    source.put(thing({ name: "a" }));
    const informer = factory.informerFor(things, source);
    factory.start();
    const result = await factory.waitForCacheSync();
    expect([result.synced, result.error, [...result.resources]]).toEqual([
      true,
      undefined,
      [["things.v1.example.com", true]],
    ]);
    expect(informer.indexer.size).toBe(1);
    expect(new Lister(informer.indexer, things).namespace("default").get("a")).toBeDefined();
    await clock.settle();
    await factory.shutdown();
  });

  // client-go: TestWaitFor
  // client-go: TestSyncResult
  it("says which caches have not synced when the wait is over", async () => {
    const { factory, source, clock } = makeFactory();
    const stuck = new FakeSource<Thing>();
    stuck.nextWatches.push(() => {
      throw new Error("no route");
    });
    stuck.nextLists.push(() => new Promise(() => {}));
    factory.informerFor(things, source);
    factory.informerFor(pods, stuck);
    factory.start();
    const controller = new AbortController();
    const waiting = factory.waitForCacheSync(controller.signal);
    await clock.settle();
    controller.abort(new Error("too late"));
    const { synced, error, resources } = await waiting;
    expect([synced, Object.fromEntries(resources)]).toEqual([
      false,
      { "things.v1.example.com": true, "pods.v1": false },
    ]);
    expect(error).toMatchObject({
      message: "caches not synced: pods.v1",
      notSynced: ["pods.v1"],
      cause: { message: "too late" },
    });
    // Asked once more: what has synced counts although the signal is aborted.
    expect((await factory.waitForCacheSync(controller.signal)).error?.notSynced).toEqual([
      "pods.v1",
    ]);
    await factory.shutdown();
  });

  it("does not wait for caches that cannot sync any more, or were never started", async () => {
    const { factory, source, errors } = makeFactory();
    factory.informerFor(things, source);
    expect((await factory.waitForCacheSync()).error?.notSynced).toEqual(["things.v1.example.com"]);
    expect(errors.map((error) => error.message)).toEqual([
      "informer things.v1.example.com: start() was not called, so it does not run: call it first",
    ]);
    source.nextWatches.push(() => {
      throw new Error("no route");
    });
    source.nextLists.push(() => new Promise(() => {}));
    factory.start();
    const waiting = factory.waitForCacheSync();
    factory.informerFor(pods, source);
    expect((await factory.waitForCacheSync(AbortSignal.abort())).synced).toBe(false);
    await factory.shutdown();
    expect((await waiting).synced).toBe(false);
    expect(errors[1]?.message).toBe(
      "informer pods.v1: it was asked for after start(), so it does not run: call start() again",
    );
  });

  it("starts nothing after a shutdown, which may come more than once, and says so", async () => {
    const { factory, source, errors } = makeFactory();
    await factory.shutdown();
    factory.start();
    expect(errors).toEqual([]);
    const informer = factory.informerFor(things, source);
    const message =
      "informer things.v1.example.com: the factory was shut down, so it does not run: make a new factory";
    expect(errors).toMatchObject([{ message, source: "misuse", level: "error" }]);
    factory.informerFor(things, source);
    expect(errors).toHaveLength(1);
    factory.start();
    expect(errors).toMatchObject([{ message }, { message }]);
    expect((await factory.waitForCacheSync()).error?.notSynced).toEqual([informer.name]);
    expect(errors).toMatchObject([{ message }, { message }, { message }]);
    await Promise.all([factory.shutdown(), factory.shutdown()]);
    expect([informer.state, source.calls]).toEqual(["new", []]);
  });

  it("starts nothing again after the signal that it was started with, and says so", async () => {
    const { factory, source, errors, clock } = makeFactory();
    const informer = factory.informerFor(things, source);
    const first = new AbortController();
    factory.start(first.signal);
    await clock.settle();
    first.abort();
    factory.start(first.signal);
    expect(errors).toEqual([]);
    const calls = source.calls.length;
    factory.start(new AbortController().signal);
    const message =
      "informer things.v1.example.com: the signal that it was started with is aborted, so it does not run: make a new factory";
    expect(errors).toMatchObject([{ message, source: "misuse", level: "error" }]);
    await factory.shutdown();
    expect([informer.state, source.calls.length]).toEqual(["stopped", calls]);
  });

  it("hands its options to every informer", async () => {
    const { factory, source, clock } = makeFactory({
      resyncPeriodMs: 60_000,
      customResync: { "things.example.com": 2_000, "pods.v1": 0 },
      transform: stripManagedFields,
      freeze: true,
      tweakListOptions: ({ signal: _, ...options }) => ({ ...options, labelSelector: "tier=db" }),
      reflector: { watchList: false },
    });
    const object = thing({ name: "a" });
    object.metadata.managedFields = [];
    source.put(object);
    const signals: (AbortSignal | undefined)[] = [];
    source.nextLists.push(async ({ signal, ...options }) => {
      signals.push(signal);
      return await source.list(options);
    });
    const { log } = record(factory.informerFor(things, source));
    const others = ["pods", "nodes"].map((resource) =>
      record(factory.informerFor({ ...pods, resource }, source)),
    );
    factory.start();
    await clock.advance(6_000);
    const synthetic = (lines: readonly string[]): number =>
      lines.filter((line) => line.endsWith("synthetic")).length;
    expect([log, ...others.map((other) => other.log)].map(synthetic)).toEqual([3, 0, 0]);
    await clock.advance(60_000);
    expect(others.map((other) => synthetic(other.log))).toEqual([0, 1]);
    expect(new Set(source.calls.map((call) => call.options.labelSelector))).toEqual(
      new Set(["tier=db"]),
    );
    const [cached] = factory.informerFor(things, source).indexer.list();
    expect([cached?.metadata.managedFields, Object.isFrozen(cached)]).toEqual([undefined, true]);
    await factory.shutdown();
    expect([source.openWatches, clock.timers]).toEqual([0, []]);
    // Although the tweak had dropped the signal.
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it("is limited to a namespace, or not", () => {
    expect(makeFactory().factory.namespace).toBe("");
    expect(makeFactory({ namespace: "default" }).factory.namespace).toBe("default");
  });

  it("has an informer for each namespace that is asked for", async () => {
    const { factory, source } = makeFactory({ namespace: "one" });
    const informers = ["one", "two", ""].map((namespace) =>
      factory.informerFor(things, source, namespace),
    );
    expect(factory.informerFor(things, source)).toBe(informers[0]);
    expect(factory.informerFor(things, source, "two")).toBe(informers[1]);
    factory.start();
    const { synced, resources } = await factory.waitForCacheSync();
    expect([synced, [...resources.keys()]]).toEqual([
      true,
      [
        "things.v1.example.com",
        "things.v1.example.com in namespace two",
        "things.v1.example.com in all namespaces",
      ],
    ]);
    await factory.shutdown();
    expect(source.openWatches).toBe(0);
  });

  it("has options for single resources, the version's own before the others", async () => {
    const label = (value: string) => (options: object) => ({ ...options, labelSelector: value });
    const { factory, source, clock } = makeFactory({
      resyncPeriodMs: 60_000,
      customResync: { "things.example.com": 50_000 },
      tweakListOptions: label("all"),
      reflector: { watchList: false, listPageSize: 7 },
      resources: {
        "things.example.com": {
          resyncPeriodMs: 2_000,
          tweakListOptions: label("things"),
          transform: stripManagedFields,
        },
        "things.v1.example.com": { tweakListOptions: label("v1"), reflector: { watchList: true } },
      },
    });
    const object = thing({ name: "a" });
    object.metadata.managedFields = [];
    source.put(object);
    const informer = factory.informerFor(things, source);
    const { log } = record(informer);
    const v2 = new FakeSource<Thing>();
    factory.informerFor({ ...things, version: "v2" }, v2);
    const others = new FakeSource<Thing>();
    factory.informerFor(pods, others);
    factory.start();
    await clock.advance(2_000);
    expect(log).toEqual(["add a initial", "update a -> a synthetic"]);
    expect(informer.indexer.list()[0]?.metadata.managedFields).toBeUndefined();
    const said = [source, v2, others].map(({ calls: [first] }) => [
      first?.verb,
      first?.options.labelSelector,
      first?.options.limit,
    ]);
    expect(said).toEqual([
      ["watch", "v1", undefined],
      ["list", "things", 7],
      ["list", "all", 7],
    ]);
    await factory.shutdown();
  });

  it("refuses a negative number, naming the resource", () => {
    const { factory, source } = makeFactory({ customResync: { "pods.v1": -1 } });
    expect(() => factory.informerFor(pods, source)).toThrow(
      new RangeError("informer pods.v1: resyncPeriodMs must be 0 or more, not -1"),
    );
    expect(factory.informerFor(things, source).state).toBe("new");
  });

  it("leaves no listener on a signal that outlives it", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { factory, source } = makeFactory();
    factory.informerFor(things, source);
    factory.start(signal);
    await factory.waitForCacheSync(signal);
    await factory.shutdown();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

// client-go: TestWaitFor
// client-go: TestSyncResult
it("waits for handlers as for informers", async () => {
  const { factory, source } = makeFactory();
  source.put(thing({ name: "a" }));
  const { registration } = record(factory.informerFor(things, source), { name: "reconciler" });
  factory.start();
  const { synced, resources } = await waitForCacheSync({ caches: [registration] });
  expect([synced, [...resources]]).toEqual([true, [["reconciler", true]]]);
  expect((await waitForCacheSync({ caches: [] })).synced).toBe(true);
  await factory.shutdown();
});
