import { expect, it } from "vitest";
import type { ListOptions } from "../../src/rest/index.js";
import { FakeClock } from "../fake-clock.js";
import { FakeSource } from "./fake-source.js";
import { expired, type Thing, thing } from "./objects.js";

/** What a watch brings at once: `ADDED a@1`. */
async function watched(source: FakeSource<Thing>, options: ListOptions): Promise<string[]> {
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { type, object } of source.watch(options)) {
      if (type === "BOOKMARK") continue;
      seen.push(`${type} ${object.metadata.name}@${object.metadata.resourceVersion}`);
    }
  })();
  const ending = new FakeClock().settle().then(() => source.endWatches());
  await Promise.all([reading, ending]);
  return seen;
}

// client-go: TestRCNumber
it("replays to a watch what came after its version", async () => {
  const source = new FakeSource<Thing>();
  source.put(thing({ name: "a" }));
  source.put(thing({ name: "a" }));
  source.remove(thing({ name: "a" }));
  expect(await watched(source, { resourceVersion: "1" })).toEqual(["MODIFIED a@2", "DELETED a@3"]);
  expect(await watched(source, { resourceVersion: "3" })).toEqual([]);
});

// client-go: fake source: TestResetWatch
it("refuses a watch from before what it has forgotten", async () => {
  const source = new FakeSource<Thing>();
  source.put(thing({ name: "a" }));
  source.put(thing({ name: "b" }));
  source.compact();
  await expect(watched(source, { resourceVersion: "1" })).rejects.toEqual(expired());
  expect(await watched(source, { resourceVersion: "2" })).toEqual([]);
});
