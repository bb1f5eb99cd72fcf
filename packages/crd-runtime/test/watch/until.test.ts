import { describe, expect, it } from "vitest";
import { isExpired } from "../../src/rest/index.js";
import {
  listWatchUntil,
  type ObjectEvent,
  until,
  untilWithoutRetry,
  WatchClosedError,
} from "../../src/watch/index.js";
import { Channel } from "../cache/channel.js";
import { FakeSource } from "../cache/fake-source.js";
import { expired, type Thing, thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";

type Event = Pick<ObjectEvent<Thing>, "type">;

const is =
  (type: Event["type"]) =>
  (event: Event): boolean =>
    event.type === type;
const stopped = new Error("stopped");

function channelOf(...types: readonly Event["type"][]): Channel<Event> {
  const channel = new Channel<Event>();
  for (const type of types) channel.push({ type });
  return channel;
}

describe("untilWithoutRetry", () => {
  // client-go: TestUntil
  it("returns the event for which the condition holds, and closes the watch", async () => {
    const events = channelOf("ADDED", "MODIFIED", "DELETED");
    const last = await untilWithoutRetry({ events, conditions: [is("MODIFIED")] });
    expect(last).toEqual({ type: "MODIFIED" });
    expect([events.returns, events.buffered]).toEqual([1, 1]);
  });

  // client-go: TestUntilMultipleConditions
  it("asks one condition after another", async () => {
    const events = channelOf("ADDED", "DELETED", "MODIFIED", "ADDED", "DELETED");
    const conditions = [is("ADDED"), is("MODIFIED"), is("DELETED")];
    expect(await untilWithoutRetry({ events, conditions })).toEqual({ type: "DELETED" });
    expect(events.buffered).toBe(0);
  });

  it("asks the next one about the event for which the last one held", async () => {
    const events = channelOf("ADDED");
    const conditions = [is("ADDED"), is("ADDED")];
    expect(await untilWithoutRetry({ events, conditions })).toEqual({ type: "ADDED" });
  });

  // client-go: TestUntilMultipleConditionsFail
  it("fails when the watch ends before all have held", async () => {
    const events = channelOf("ADDED", "MODIFIED");
    events.close();
    const conditions = [is("ADDED"), is("MODIFIED"), is("DELETED")];
    await expect(untilWithoutRetry({ events, conditions })).rejects.toThrow(WatchClosedError);
  });

  // client-go: TestUntilTimeout
  it("ends with the signal's reason", async () => {
    const controller = new AbortController();
    const events = channelOf("ADDED");
    const { signal } = controller;
    const last = untilWithoutRetry({ events, conditions: [is("MODIFIED")], signal });
    controller.abort(stopped);
    await expect(last).rejects.toBe(stopped);
    expect(events.returns).toBe(1);
  });

  // client-go: TestUntilErrorCondition
  it("ends with what a condition throws", async () => {
    const events = channelOf("ADDED");
    const failing = async (): Promise<boolean> => {
      throw stopped;
    };
    await expect(untilWithoutRetry({ events, conditions: [failing] })).rejects.toBe(stopped);
    expect(events.returns).toBe(1);
  });

  it("ends with what the watch throws", async () => {
    const events = channelOf();
    events.fail(expired());
    const last = untilWithoutRetry({ events, conditions: [is("ADDED")] });
    await expect(last).rejects.toSatisfy(isExpired);
  });

  it("reads nothing without a condition", async () => {
    const events = channelOf("ADDED");
    expect(await untilWithoutRetry({ events, conditions: [] })).toBeUndefined();
    expect(events.buffered).toBe(1);
  });
});

describe("until", () => {
  it("goes on after watches that end", async () => {
    const clock = new FakeClock();
    const source = new FakeSource<Thing>();
    source.put(thing({ name: "a" }));
    const last = until({
      client: source,
      resourceVersion: source.version,
      conditions: [({ object }) => object.spec?.value === 2],
      clock,
    });
    source.put(thing({ name: "a", value: 1 }));
    await clock.settle();
    source.endWatches();
    source.put(thing({ name: "a", value: 2 }));
    await clock.advance(1_000);
    expect(await last).toMatchObject({ type: "MODIFIED", object: { spec: { value: 2 } } });
    expect(source.openWatches).toBe(0);
  });

  it("fails when the version is gone", async () => {
    const source = new FakeSource<Thing>();
    source.put(thing({ name: "a" }));
    source.put(thing({ name: "a" }));
    source.compact();
    const last = until({ client: source, resourceVersion: "1", conditions: [() => true] });
    await expect(last).rejects.toSatisfy(isExpired);
  });
});

describe("listWatchUntil", () => {
  it("looks at what is there, then at what comes", async () => {
    const source = new FakeSource<Thing>();
    source.put(thing({ name: "a" }));
    const conditions = [
      ({ object }: ObjectEvent<Thing>): boolean => object.metadata.name === "a",
      ({ object }: ObjectEvent<Thing>): boolean => object.metadata.name === "b",
    ];
    const listOptions = { labelSelector: "a=b" };
    const last = listWatchUntil({ client: source, listOptions, conditions });
    await new FakeClock().settle();
    source.put(thing({ name: "b" }));
    expect(await last).toMatchObject({ type: "ADDED", object: { metadata: { name: "b" } } });
    expect(source.lists()).toEqual([{ labelSelector: "a=b" }]);
    expect(source.watches()).toMatchObject([{ labelSelector: "a=b", resourceVersion: "1" }]);
    expect(source.openWatches).toBe(0);
  });
});
