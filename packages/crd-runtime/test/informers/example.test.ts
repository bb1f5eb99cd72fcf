import { expect, it } from "vitest";
import { thing } from "../cache/objects.js";
import { makeInformer, record } from "./run-informer.js";

// client-go: Example
// client-go: ExampleNewInformer
it("a handler that deletes what it hears of ends with an empty server and cache", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  const deleted: string[] = [];
  informer.addEventHandler({
    onAdd: ({ metadata: { name = "" } }) => source.remove(thing({ name })),
    onDelete: (object) => {
      deleted.push("key" in object ? object.key : (object.metadata.name ?? ""));
    },
  });
  const { log } = record(informer);
  const names = ["a-hello", "b-controller", "c-framework"];
  source.put(thing({ name: "first" }));
  await start();
  for (const name of names) source.put(thing({ name }));
  await clock.settle();
  expect(deleted).toEqual(["first", ...names]);
  expect([source.objects(), informer.indexer.size]).toEqual([[], 0]);
  expect(log.filter((line) => line.startsWith("delete"))).toHaveLength(4);
  await stop();
});
