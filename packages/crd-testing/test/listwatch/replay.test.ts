import { parseLabelSelector } from "crd-runtime";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/apiserver/faults/random.js";
import { Fixture, type Watching } from "./fixture.js";

interface Follower {
  readonly watching: Watching;
  readonly selector: string;
  readonly namespace: string;
  readonly state: Map<string, string>;
  last: number;
}

describe("watches and lists agree", () => {
  // client-go trap: watch without tombstones
  it.each([21, 22, 23])("whatever the selector and the beginning, seed %i", async (seed) => {
    const random = seededRandom(seed);
    const pick = <T>(values: readonly T[]): T => {
      const value = values[Math.floor(random() * values.length)];
      if (value === undefined) throw new Error("nothing to pick from");
      return value;
    };
    const fixture = new Fixture({ history: { minEvents: 50, maxEvents: 400 } });
    const namespaces = ["x", "y"];
    const selectors = [
      "",
      "a",
      "!a",
      "a=1",
      "a!=1",
      "a in (1,2)",
      "a notin (1,2),b",
      "a>1",
      "b=1,a<3",
    ];
    for (const text of selectors) parseLabelSelector(text);
    const names = Array.from({ length: 12 }, (_, index) => `o${index}`);
    const followers: Follower[] = [];

    const begin = async (): Promise<void> => {
      const selector = pick(selectors);
      const namespace = pick([...namespaces, ""]);
      const labelSelector = encodeURIComponent(selector);
      const list = `labelSelector=${labelSelector}`;
      const state = new Map<string, string>();
      let query = `${list}&allowWatchBookmarks=1`;
      let last = 0;
      if (random() < 0.6) {
        // From a list of a retained revision.
        const { storage } = fixture;
        const floor = Math.max(storage.floor("widgets.example.com"), storage.compactedRevision);
        last = floor + Math.floor(random() * (storage.revision - floor + 1));
        const exact = `resourceVersion=${last}&resourceVersionMatch=Exact`;
        const { body } = await fixture.ask(`${list}&${exact}`, { namespace });
        for (const { metadata } of body.items) {
          state.set(`${metadata.namespace}/${metadata.name}`, metadata.resourceVersion);
        }
        query += `&resourceVersion=${last}`;
      }
      const watching = await fixture.watch(query, { namespace });
      followers.push({ watching, selector, namespace, state, last });
    };

    for (let step = 0; step < 600; step++) {
      const draft = { namespace: pick(namespaces), name: pick(names) };
      const key = { storageKey: "widgets.example.com", ...draft };
      if (random() < 0.3 && fixture.storage.get(key) !== undefined) fixture.remove(draft);
      else {
        const labels: Record<string, string> = {};
        if (random() < 0.7) labels["a"] = pick(["1", "2", "3"]);
        if (random() < 0.5) labels["b"] = pick(["1", "2"]);
        fixture.put({ ...draft, labels });
      }
      if (random() < 0.1) await begin();
      if (random() < 0.05) await fixture.clock.advance(30_000);
      if (step % 60 !== 59) continue;
      await fixture.clock.settle();
      for (const follower of followers) await check(fixture, follower);
    }
    expect(followers.length).toBeGreaterThan(20);
  });
});

/** What a watch has told is what a list tells. */
async function check(fixture: Fixture, follower: Follower): Promise<void> {
  const { watching, selector, namespace, state } = follower;
  expect(watching.ended).toBe(false);
  for (const { type, object } of watching.take()) {
    const { metadata } = object;
    const key = `${metadata.namespace}/${metadata.name}`;
    const revision = Number(metadata.resourceVersion);
    if (type === "BOOKMARK") {
      expect(revision).toBeGreaterThanOrEqual(follower.last);
      continue;
    }
    expect(state.has(key)).toBe(type !== "ADDED");
    if (type === "DELETED") state.delete(key);
    else state.set(key, metadata.resourceVersion);
    if (follower.last > 0) expect(revision).toBeGreaterThan(follower.last);
    if (follower.last > 0) follower.last = revision;
  }
  const query = `labelSelector=${encodeURIComponent(selector)}`;
  const { body } = await fixture.ask(query, { namespace });
  const listed = body.items.map((item: { metadata: Record<string, string> }) => [
    `${item.metadata["namespace"]}/${item.metadata["name"]}`,
    item.metadata["resourceVersion"],
  ]);
  expect([...state].sort()).toEqual(listed.sort());
}
