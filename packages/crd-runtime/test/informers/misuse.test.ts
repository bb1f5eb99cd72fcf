import { describe, expect, it } from "vitest";
import { type Indexer, Reflector, Store } from "../../src/cache/index.js";
import { filteringEventHandler, InformerError } from "../../src/informers/index.js";
import { FakeSource } from "../cache/fake-source.js";
import { type Thing, thing } from "../cache/objects.js";
import { makeInformer } from "./run-informer.js";

const name = "informer things.v1.example.com";

describe("an informer", () => {
  it.each([
    [{ resyncPeriodMs: -1 }, "resyncPeriodMs must be 0 or more, not -1"],
    [{ handlerGraceMs: Number.NaN }, "handlerGraceMs must be 0 or more, not NaN"],
    [
      { reflector: { minWatchTimeoutSeconds: -5 } },
      "minWatchTimeoutSeconds must be 0 or more, not -5",
    ],
    [{ reflector: { listPageSize: -1 } }, "listPageSize must be 0 or more, not -1"],
    [{ reflector: { initialEventsIdleMs: -1 } }, "initialEventsIdleMs must be 0 or more, not -1"],
    [
      {
        reflector: {
          backoff: { initialMs: -1, factor: 2, capMs: 1, jitter: 0, resetAfterMs: 0 },
        },
      },
      "backoff.initialMs must be 0 or more, not -1",
    ],
  ])("is not made with %j", (options, message) => {
    expect(() => makeInformer(options)).toThrow(new RangeError(`${name}: ${message}`));
  });

  it.each([
    [{ resyncPeriodMs: -1 }, "resyncPeriodMs must be 0 or more, not -1"],
    [{ maxPending: Number.NaN }, "maxPending must be 0 or more, not NaN"],
  ])("takes no handler with %j, and names it", (options, message) => {
    const { informer } = makeInformer();
    expect(() => informer.addEventHandler({ onAdd() {} }, { ...options, name: "mine" })).toThrow(
      new RangeError(`${name}: handler mine: ${message}`),
    );
  });

  it.each([undefined, null, () => {}, "onAdd"])(
    "takes no handler that is none, such as %s",
    (handler) => {
      const { informer } = makeInformer();
      const add = (): unknown => Reflect.apply(informer.addEventHandler, informer, [handler]);
      expect(add).toThrow(InformerError);
      expect(add).toThrow(`${name}: a handler must be an object with onAdd, onUpdate or onDelete`);
    },
  );

  class Reconciler {
    readonly onHold = true;
    onAdd(): void {}
    on(): void {}
    once(): void {}
    online(): void {}
  }
  class Misspelt extends Reconciler {
    onRemoved(): void {}
  }
  const call = (): void => {};
  const known = "there are onAdd, onUpdate and onDelete";

  it.each<[object, string]>([
    [{}, "a handler has none of onAdd, onUpdate and onDelete"],
    [{ onAdd: undefined }, "a handler has none of onAdd, onUpdate and onDelete"],
    [{ AddFunc: call }, "a handler has none of onAdd, onUpdate and onDelete"],
    [{ onAdd: Promise.resolve() }, "onAdd of a handler must be a function: [object Promise]"],
    [{ onAdd: call, onDelete: null }, "onDelete of a handler must be a function: null"],
    [{ onAdded: call }, "a handler has onAdded, which is never called: did you mean onAdd?"],
    [{ onadd: call }, "a handler has onadd, which is never called: did you mean onAdd?"],
    [{ OnUpdate: call }, "a handler has OnUpdate, which is never called: did you mean onUpdate?"],
    [
      { onAdd: call, onModify: call },
      "a handler has onModify, which is never called: did you mean onUpdate?",
    ],
    [{ onAdd: call, onSync: call }, `a handler has onSync, which is never called: ${known}`],
    [new Misspelt(), "a handler has onRemoved, which is never called: did you mean onDelete?"],
  ])("takes no handler whose calls nobody makes: %o", (handler, message) => {
    const { informer } = makeInformer();
    expect(() => informer.addEventHandler(handler)).toThrow(
      new InformerError({ informer: informer.name, source: "misuse", message }),
    );
    expect(() => filteringEventHandler({ filter: () => true, handler })).toThrow(
      new TypeError(`filteringEventHandler: ${message}`),
    );
  });

  it.each<[string, object]>([
    ["of a class", new Reconciler()],
    ["with one call", { onDelete: call }],
    ["with calls that are absent", { onAdd: call, onUpdate: undefined }],
    ["without a prototype", Object.assign(Object.create(null), { onUpdate: call })],
  ])("takes a handler %s", (_title, handler) => {
    const { informer } = makeInformer();
    expect(informer.addEventHandler(handler).hasSynced()).toBe(false);
    expect(filteringEventHandler({ filter: () => true, handler })).toBeDefined();
  });

  it.each<[string, () => string, string]>([
    ["returns nothing", () => undefined as unknown as string, "returned undefined for default/a"],
    [
      "throws",
      () => {
        throw new Error("cannot");
      },
      "failed for default/a: cannot",
    ],
  ])("names the object whose key function %s, and leaves it out", async (_, keyOfA, problem) => {
    for (const watchList of [false, true]) {
      const { informer, source, errors, start, stop } = makeInformer({
        keyFunc: ({ metadata }) => (metadata.name === "a" ? keyOfA() : (metadata.name ?? "")),
        reflector: { watchList },
      });
      for (const each of ["a", "b"]) source.put(thing({ name: each }));
      await start();
      expect(informer.indexer.listKeys()).toEqual(["b"]);
      expect(errors.map(({ message }) => message)).toEqual([
        expect.stringContaining(`the key function ${problem}`),
      ]);
      expect(errors[0]?.message).toContain(name);
      await stop();
    }
  });

  it("names the index whose function returns no array of strings", async () => {
    const text = (() => "text") as unknown as () => string[];
    const { informer, source, errors, start, stop } = makeInformer({ indexers: { text } });
    source.put(thing({ name: "a" }));
    await start();
    expect(errors.map(({ message }) => message)).toEqual([
      `${name}: index "text" returned no array of strings for default/a; it lacks that object`,
    ]);
    expect(informer.indexer.listIndexFuncValues("text")).toEqual([]);
    await stop();
  });

  // client-go trap: own writes in the informer's store
  it.each(["add", "update", "delete", "replace", "beginReplace", "bookmark"])(
    "refuses %s() on its cache, which stays as it is",
    async (write) => {
      const { informer, source, start, stop } = makeInformer();
      source.put(thing({ name: "a" }));
      await start();
      const { indexer } = informer;
      const call = (): unknown => Reflect.get(indexer, write)(thing({ name: "b" }));
      expect(call).toThrow(InformerError);
      expect(call).toThrow(`${name}: ${write}() was called on its cache`);
      expect(() => Object.assign(indexer, { getByKey: () => undefined })).toThrow(TypeError);
      expect(indexer.listKeys()).toEqual(["default/a"]);
      await stop();
    },
  );

  it("shows its cache as the store does", async () => {
    const { informer, source, start, stop } = makeInformer({
      indexers: { value: (object) => [String(object.spec?.value)] },
    });
    const object = source.put(thing({ name: "a", value: 1 }));
    const store = new Store<Thing>({ indexers: { value: (each) => [String(each.spec?.value)] } });
    store.replace([object], source.version);
    await start();
    const look = (indexer: Indexer<Thing>) => ({
      size: indexer.size,
      resourceVersion: indexer.resourceVersion,
      got: [indexer.getByKey("default/a"), indexer.get(object), indexer.getByKey("x")],
      listed: [indexer.list(), indexer.listKeys(), [...indexer.values()]],
      indexed: [indexer.byIndex("value", "1"), [...indexer.valuesByIndex("value", "1")]],
      shared: indexer.index("value", object),
      names: [indexer.indexKeys("value", "1"), indexer.listIndexFuncValues("value")],
      indices: [indexer.indexNames(), indexer.valuesOf("value", object)],
    });
    expect(look(informer.indexer)).toEqual(look(store));
    for await (const page of informer.indexer.pages(1)) expect(page).toEqual([object]);
    await stop();
  });

  it("that is run again before or after its stop says so, and runs no second time", async () => {
    const { informer, source, clock, errors, start, stop } = makeInformer();
    await start();
    await informer.run(new AbortController().signal);
    await stop();
    await informer.run(new AbortController().signal);
    await clock.settle();
    expect(source.calls).toHaveLength(1);
    const message = `${name}: it was run more than once; only the first counts`;
    expect(errors.map((error) => error.message)).toEqual([message, message]);
  });

  it("whose cached object was emptied by its user goes on", async () => {
    const { informer, source, clock, errors, start, stop } = makeInformer();
    source.put(thing({ name: "a" }));
    const updates: (string | undefined)[] = [];
    informer.addEventHandler({ onUpdate: (_, { metadata }) => void updates.push(metadata.name) });
    await start();
    const [cached] = informer.indexer.list();
    if (cached !== undefined) Reflect.deleteProperty(cached, "metadata");
    for (const name of ["b", "a", "c"]) source.put(thing({ name }));
    await clock.settle();
    expect(informer.indexer.listKeys()).toEqual(["default/a", "default/b", "default/c"]);
    expect([updates, errors]).toEqual([["a"], []]);
    await stop();
  });
});

it("a reflector is not made with negative numbers", () => {
  const make = (options: object) => () =>
    new Reflector<Thing>({ listerWatcher: new FakeSource(), store: new Store(), ...options });
  expect(make({ listPageSize: -1 })).toThrow("reflector: listPageSize must be 0 or more, not -1");
  expect(make({ name: "mine", maxInternalErrorRetryMs: -1 })).toThrow(
    "mine: maxInternalErrorRetryMs must be 0 or more, not -1",
  );
});
