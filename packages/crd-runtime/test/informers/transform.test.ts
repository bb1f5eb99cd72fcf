import { describe, expect, it } from "vitest";
import { stripManagedFields } from "../../src/informers/index.js";
import { type Thing, thing } from "../cache/objects.js";
import { makeInformer, record } from "./run-informer.js";

const modes = [true, false];

describe.each(modes)("a transform (watch-list: %s)", (watchList) => {
  // client-go: TestSharedInformerTransformer
  // client-go: TestTransformingInformer
  // client-go: TestTransformingInformerRace
  // client-go: TestRealFIFO_transformer
  it("runs once for each object, before anybody sees it", async () => {
    const seen: string[] = [];
    const { informer, source, clock, start, stop } = makeInformer({
      reflector: { watchList },
      transform: (object) => {
        seen.push(object.metadata.name ?? "");
        return { ...object, spec: { value: (object.spec?.value ?? 0) + 1 } };
      },
    });
    source.put(thing({ name: "a", value: 1 }));
    const { log } = record(informer, { resyncPeriodMs: 1_000 });
    await start();
    source.put(thing({ name: "a", value: 5 }));
    source.put(thing({ name: "b", value: 1 }));
    await clock.advance(1_000);
    source.remove(thing({ name: "b" }));
    await clock.settle();
    expect(log).toEqual([
      "add a=2 initial",
      "update a=2 -> a=6",
      "add b=2",
      "update a=6 -> a=6 synthetic",
      "update b=2 -> b=2 synthetic",
      "delete b=2",
    ]);
    expect(seen).toEqual(["a", "a", "b", "b"]);
    await stop();
  });

  // client-go trap: failing transform loses the object
  it("that throws leaves the object as it came, and says so", async () => {
    const { informer, source, clock, errors, start, stop } = makeInformer({
      reflector: { watchList },
      transform: (object) => {
        if (object.metadata.name === "bad") throw new Error("cannot");
        return { ...object, spec: { value: 9 } };
      },
    });
    source.put(thing({ name: "bad", value: 1 }));
    source.put(thing({ name: "good", value: 1 }));
    const { log } = record(informer);
    await start();
    source.put(thing({ name: "bad", value: 2 }));
    source.remove(thing({ name: "bad" }));
    await clock.settle();
    expect(log).toEqual([
      "add bad=1 initial",
      "add good=9 initial",
      "update bad=1 -> bad=2",
      "delete bad=2",
    ]);
    expect(errors.map((error) => [error.source, error.message])).toEqual(
      Array.from({ length: 3 }, () => [
        "transform",
        "informer things.v1.example.com: the transform failed for default/bad; it is kept as it came: cannot",
      ]),
    );
    await stop();
  });
});

it.each<[string, (object: Thing) => Thing]>([
  ["returns nothing", () => undefined as unknown as Thing],
  ["returns no object", () => "text" as unknown as Thing],
  ["returns a promise", (async (object: Thing) => object) as unknown as (object: Thing) => Thing],
  [
    "fails later",
    (() => Promise.reject(new Error("later"))) as unknown as (object: Thing) => Thing,
  ],
])("keeps an object whose transform %s", async (_, transform) => {
  const { informer, source, errors, start, stop } = makeInformer({ transform });
  const object = source.put(thing({ name: "a" }));
  await start();
  expect([informer.indexer.list(), errors.map((error) => error.source)]).toEqual([
    [object],
    ["transform"],
  ]);
  await stop();
});

// client-go trap: transform blanks the version
// client-go: TestStoreResourceVersionWithNonMetaTransform
it.each<[string, (object: Thing) => Thing]>([
  [
    "in place",
    (object) => Object.assign(object, { metadata: { name: "other", labels: { a: "b" } } }),
  ],
  ["in part", (object) => ({ ...object, metadata: { ...object.metadata, uid: "other" } })],
  ["in a copy", (object) => ({ ...object, metadata: { labels: { a: "b" } } })],
  ["altogether", ({ metadata: _, ...rest }) => ({ ...rest, metadata: null }) as unknown as Thing],
])("restores the identity of an object that a transform takes away %s", async (_, transform) => {
  const { informer, source, clock, errors, start, stop } = makeInformer({ transform });
  const { log } = record(informer);
  await start();
  source.put(thing({ name: "a", value: 1 }));
  source.put(thing({ name: "a", value: 2 }));
  await clock.settle();
  expect(informer.indexer.getByKey("default/a")?.metadata).toMatchObject({
    name: "a",
    namespace: "default",
    uid: "uid-a",
    resourceVersion: "2",
  });
  expect(log).toEqual(["add a=1", "update a=1 -> a=2"]);
  expect(errors[0]?.message).toContain("name, namespace, uid or resourceVersion of default/a");
  await stop();
});

it("is set before the start, or not at all", async () => {
  const { informer, source, start, stop } = makeInformer();
  informer.setTransform((object) => ({ ...object, spec: { value: 3 } }));
  source.put(thing({ name: "a" }));
  await start();
  expect(informer.indexer.list()[0]?.spec?.value).toBe(3);
  expect(() => informer.setTransform((object) => object)).toThrow("set after the start");
  await stop();
});

it("strips managed fields", () => {
  const object = thing({ name: "a" });
  object.metadata.managedFields = [{ manager: "test" }];
  expect(stripManagedFields(object)).toEqual(thing({ name: "a" }));
});

// client-go: TestMutationDetector
it("freezes what is cached on demand, so that whoever changes it fails", async () => {
  const { informer, source, clock, errors, start, stop } = makeInformer({ freeze: true });
  source.put(thing({ name: "a", labels: { tier: "db" } }));
  informer.addEventHandler({
    onAdd: (object) => {
      (object as Thing).metadata.labels = {};
    },
  });
  await start();
  source.put(thing({ name: "b" }));
  await clock.settle();
  const [cached] = informer.indexer.list();
  expect(() => Object.assign(cached?.metadata.labels ?? {}, { tier: "web" })).toThrow(TypeError);
  expect(errors.map((error) => error.cause)).toEqual([
    expect.any(TypeError),
    expect.any(TypeError),
  ]);
  await stop();
});
