import { expect, it } from "vitest";
import { DeletedFinalStateUnknown, deletionHandlingKey } from "../../src/cache/index.js";
import { filteringEventHandler, type ResourceEventHandler } from "../../src/informers/index.js";
import { expired, type Thing, thing } from "../cache/objects.js";
import { makeInformer, recorder } from "./run-informer.js";

const passes = (object: { readonly spec?: { readonly value: number } | undefined }): boolean =>
  (object.spec?.value ?? 0) > 0;

// client-go: TestTypedFilteringResourceEventHandler
it("a filter turns what begins to pass into an add, and what no longer does into a delete", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  const handler = recorder();
  informer.addEventHandler(filteringEventHandler({ filter: passes, handler }));
  for (const value of [0, 1]) source.put(thing({ name: `first-${value}`, value }));
  await start();
  for (const value of [0, 1, 2, 0, 3]) {
    source.put(thing({ name: "a", value }));
    await clock.settle();
  }
  source.remove(thing({ name: "a" }));
  source.remove(thing({ name: "first-0" }));
  await clock.settle();
  expect(handler.log).toEqual([
    "add first-1=1 initial",
    "add a=1",
    "update a=1 -> a=2",
    "delete a=2",
    "add a=3",
    "delete a=3",
  ]);
  await stop();
});

// client-go trap: tombstone without object
it("a filter judges a tombstone by its last state, and passes one on that has none", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  const handler = recorder();
  const filtering = filteringEventHandler<Thing>({ filter: passes, handler });
  informer.addEventHandler(filtering);
  for (const value of [0, 1]) source.put(thing({ name: `thing-${value}`, value }));
  await start();
  source.silently(() => {
    for (const value of [0, 1]) source.remove(thing({ name: `thing-${value}` }));
  });
  source.endWatches(expired());
  await clock.advance(5_000);
  filtering.onDelete?.(new DeletedFinalStateUnknown<Thing>({ key: "x", object: undefined }));
  expect(handler.log).toEqual([
    "add thing-1=1 initial",
    "delete default/thing-1 unknown",
    "delete x unknown",
  ]);
  await stop();
});

// client-go: TestTypedResourceEventHandlerAdapter
it("an end comes as the object of its kind, or as a tombstone with or without one, with a key in each", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  const ends: string[] = [];
  const handler: ResourceEventHandler<Thing> = {
    onDelete: (deleted) => {
      const isUnknown = deleted instanceof DeletedFinalStateUnknown;
      const object = isUnknown ? deleted.object : deleted;
      const how = isUnknown ? "is gone since some time" : "was deleted";
      ends.push(`${deletionHandlingKey(deleted)} ${how}, last with ${object?.spec?.value}`);
    },
  };
  const adapter = filteringEventHandler<Thing>({ filter: () => true, handler });
  for (const each of [handler, adapter]) informer.addEventHandler(each);
  for (const [at, name] of ["a", "b"].entries()) source.put(thing({ name, value: at }));
  await start();
  source.put(thing({ name: "a", value: 7 }));
  source.remove(thing({ name: "a" }));
  await clock.settle();
  source.silently(() => source.remove(thing({ name: "b" })));
  source.endWatches(expired());
  await clock.advance(5_000);
  adapter.onDelete?.(new DeletedFinalStateUnknown<Thing>({ key: "default/c", object: undefined }));
  const [seen, unknown, unseen] = [
    "default/a was deleted, last with 7",
    "default/b is gone since some time, last with 1",
    "default/c is gone since some time, last with undefined",
  ];
  expect(ends).toEqual([seen, seen, unknown, unknown, unseen]);
  await stop();
});

it("a filtered handler has its calls awaited and its errors reported as any other", async () => {
  const { informer, source, clock, errors, start, stop } = makeInformer();
  const log: string[] = [];
  const handler = {
    onAdd: async ({ metadata }: { readonly metadata: { readonly name?: string | undefined } }) => {
      log.push(`begins ${metadata.name}`);
      await Promise.resolve();
      log.push(`ends ${metadata.name}`);
      throw new Error("boom");
    },
  };
  const filter = (): boolean => true;
  informer.addEventHandler(filteringEventHandler<Thing>({ filter, handler }), { name: "filtered" });
  for (const name of ["a", "b"]) source.put(thing({ name }));
  await start();
  await clock.settle();
  expect(log).toEqual(["begins a", "ends a", "begins b", "ends b"]);
  expect(errors.map((error) => error.handler)).toEqual(["filtered", "filtered"]);
  await stop();
});
