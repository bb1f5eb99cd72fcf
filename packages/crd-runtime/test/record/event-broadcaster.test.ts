import { describe, expect, it } from "vitest";
import { ConfigError, EventBroadcaster, InvalidRequestError } from "../../src/index.js";
import { deferred } from "../deferred.js";
import { MemorySink, refusal } from "./memory-sink.js";
import { created, database, recording } from "./recording.js";

describe("an event", () => {
  it("names what it regards, who reports it, and when", async () => {
    const { recorder, sink, clock } = recording();
    recorder.event({ ...created, annotations: { run: "1" } });
    await clock.settle();
    const time = "2026-01-01T00:00:00Z";
    expect(sink.all()).toEqual([
      {
        metadata: {
          name: `orders.${(BigInt(clock.now()) * 1_000_000n).toString(16)}`,
          namespace: "default",
          annotations: { run: "1" },
        },
        involvedObject: {
          apiVersion: "example.com/v1",
          kind: "Database",
          namespace: "default",
          name: "orders",
          uid: "uid-orders",
          resourceVersion: "7",
        },
        type: "Normal",
        reason: "Created",
        message: "created the pod",
        source: { component: "databases", host: "node-1" },
        firstTimestamp: time,
        lastTimestamp: time,
        count: 1,
        reportingComponent: "databases",
        reportingInstance: "node-1",
      },
    ]);
  });

  it("about a cluster-scoped object is in the namespace default", async () => {
    const { recorder, sink, clock } = recording();
    recorder.event({ ...created, regarding: { kind: "Node", apiVersion: "v1", name: "node-1" } });
    await clock.settle();
    expect(sink.all()[0]?.metadata.namespace).toBe("default");
    expect(sink.all()[0]?.involvedObject).not.toHaveProperty("namespace");
  });

  it("has a name of its own when another is recorded at the same time, and one that is valid", async () => {
    const { recorder, sink, clock } = recording();
    for (const reason of ["A", "B"]) recorder.event({ ...created, reason });
    recorder.event({ ...created, regarding: { ...database, metadata: { name: "System:Node" } } });
    await clock.settle();
    const names = sink.all().map(({ metadata }) => metadata.name ?? "");
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[a-z0-9][-a-z0-9]*\.[0-9a-f]+$/);
  });

  it("takes an action and a related object", async () => {
    const { recorder, sink, clock } = recording();
    const related = { apiVersion: "v1", kind: "Pod", name: "orders-0" };
    recorder.event({ ...created, related, action: "Creating" });
    await clock.settle();
    expect(sink.all()[0]).toMatchObject({ related, action: "Creating" });
  });

  it.each([
    [
      "a type of its own",
      { ...created, type: JSON.parse('"Error"') },
      "its type must be Normal or Warning: Error",
    ],
    [
      "nothing to regard",
      { ...created, regarding: JSON.parse("null") },
      "no reference can be made to null",
    ],
    [
      "an object without a kind",
      { ...created, regarding: { metadata: {} } },
      "the object has no kind",
    ],
  ])("with %s is reported and dropped", async (_title, input, reason) => {
    const { recorder, sink, clock, errors } = recording();
    recorder.event(input);
    await clock.settle();
    expect(sink.writes).toEqual([]);
    expect(errors).toEqual([
      `recorder of databases: event Created is dropped: no event can be made of it: ${reason}`,
    ]);
  });

  it("is seen by watchers at once, whatever they do", () => {
    const { recorder, broadcaster, errors } = recording();
    const seen: unknown[] = [];
    broadcaster.startEventWatcher(() => {
      throw new Error("no terminal");
    });
    const stop = broadcaster.startEventWatcher((event) => seen.push(event.message));
    recorder.event(created);
    stop();
    recorder.event(created);
    expect(seen).toEqual(["created the pod"]);
    expect(errors[0]).toBe(
      "recorder of databases: event Created about Database default/orders met with a watcher that failed: no terminal",
    );
  });
});

describe("the same event again", () => {
  it("is counted in the one that is there", async () => {
    const { recorder, sink, clock } = recording();
    recorder.event(created);
    await clock.advance(60_000);
    recorder.event(created);
    await clock.advance(60_000);
    recorder.event(created);
    await clock.settle();
    expect(sink.writes).toEqual(["create", "patch", "patch"]);
    expect(sink.all()).toMatchObject([
      {
        count: 3,
        firstTimestamp: "2026-01-01T00:00:00Z",
        lastTimestamp: "2026-01-01T00:02:00Z",
        message: "created the pod",
      },
    ]);
  });

  it("is created anew when the server has forgotten it, and counted on", async () => {
    const { recorder, sink, clock } = recording();
    recorder.event(created);
    await clock.settle();
    sink.events.clear();
    recorder.event(created);
    await clock.settle();
    expect(sink.writes).toEqual(["create", "patch", "create"]);
    expect(sink.all()).toMatchObject([{ count: 2 }]);
  });

  it("is another one when anything about it differs", async () => {
    const { recorder, broadcaster, sink, clock } = recording();
    recorder.event(created);
    recorder.event({ ...created, note: "created the service" });
    recorder.event({ ...created, type: "Warning" });
    recorder.event({ ...created, reason: "Updated" });
    recorder.event({
      ...created,
      regarding: { ...database, metadata: { name: "orders", uid: "2" } },
    });
    broadcaster.newRecorder({ component: "backups" }).event(created);
    await clock.settle();
    expect(sink.writes).toEqual(Array(6).fill("create"));
  });
});

describe("similar events", () => {
  const notes = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, number) => `message ${number}`);

  // client-go constant: event aggregation
  it("become one from the tenth on, which counts them", async () => {
    const { recorder, sink, clock } = recording();
    for (const note of notes(12)) recorder.event({ ...created, note });
    await clock.settle();
    expect(sink.writes).toEqual([...Array(10).fill("create"), "patch", "patch"]);
    expect(sink.all().map(({ message, count }) => `${count} ${message}`)).toEqual([
      ...notes(9).map((note) => `1 ${note}`),
      "3 (combined from similar events): message 11",
    ]);
  });

  // client-go constant: event aggregation interval
  it("are apart again after ten minutes without one", async () => {
    const { recorder, sink, clock } = recording({ correlator: { burstSize: 100 } });
    for (const note of notes(9)) recorder.event({ ...created, note });
    await clock.advance(600_000);
    recorder.event({ ...created, note: "still similar" });
    await clock.advance(600_001);
    recorder.event({ ...created, note: "apart" });
    await clock.settle();
    expect(
      sink
        .all()
        .slice(-2)
        .map(({ message }) => message),
    ).toEqual(["(combined from similar events): still similar", "apart"]);
  });

  it("are what keyFunc says, with messageFunc's message", async () => {
    const { recorder, sink, clock } = recording({
      correlator: { maxEvents: 2, keyFunc: () => "all", messageFunc: () => "many" },
    });
    recorder.event(created);
    recorder.event({ ...created, reason: "Updated", note: "updated the pod" });
    await clock.settle();
    expect(sink.all().map(({ message }) => message)).toEqual(["created the pod", "many"]);
  });
});

describe("the budget of an object", () => {
  // client-go constant: event burst, event refill
  it("is 25 at once, and one more every five minutes; others have their own", async () => {
    const { recorder, sink, clock } = recording();
    for (let number = 0; number < 30; number++) recorder.event(created);
    await clock.settle();
    expect(sink.writes).toHaveLength(25);
    await clock.advance(299_000);
    recorder.event(created);
    await clock.settle();
    expect(sink.writes).toHaveLength(25);
    recorder.event({
      ...created,
      regarding: { ...database, metadata: { name: "users", uid: "2" } },
    });
    await clock.advance(1_000);
    recorder.event(created);
    await clock.settle();
    expect(sink.writes).toHaveLength(27);
    // What was held back was counted.
    expect(sink.all()[0]?.count).toBe(32);
  });

  it("is one of several objects where spamKeyFunc says so", async () => {
    const { recorder, sink, clock } = recording({
      correlator: { burstSize: 1, spamKeyFunc: () => "all" },
    });
    recorder.event(created);
    recorder.event({ ...created, regarding: { ...database, metadata: { name: "users" } } });
    await clock.settle();
    expect(sink.writes).toEqual(["create"]);
  });
});

describe("a write", () => {
  const broken = new Error("read ECONNRESET");

  // client-go constant: event tries, event retry pause
  it("without an answer is tried twelve times, first after a random part of ten seconds", async () => {
    const { recorder, sink, clock, errors, levels } = recording();
    sink.reaction = () => {
      throw broken;
    };
    recorder.event(created);
    await clock.advance(4_999);
    expect(sink.writes).toHaveLength(1);
    await clock.advance(1);
    expect(sink.writes).toHaveLength(2);
    await clock.advance(100_000);
    expect(sink.writes).toHaveLength(12);
    await clock.advance(100_000);
    expect(sink.writes).toHaveLength(12);
    expect(levels).toEqual([...Array(11).fill("info"), "error"]);
    expect(errors.at(-1)).toBe(
      "recorder of databases: event Created about Database default/orders is dropped after 12 tries: read ECONNRESET",
    );
  });

  it("goes through when the server is back, and those that wait follow in order", async () => {
    const { recorder, sink, clock } = recording();
    sink.reaction = ({ nth }) => {
      if (nth < 3) throw broken;
    };
    recorder.event(created);
    recorder.event({ ...created, reason: "Updated" });
    await clock.advance(15_000);
    expect(sink.all().map(({ reason }) => reason)).toEqual(["Created", "Updated"]);
  });

  it.each([
    ["refused", refusal({ code: 422, reason: "Invalid" }), "error"],
    ["refused because it is there", refusal({ code: 409, reason: "AlreadyExists" }), "info"],
    ["that cannot be sent", new InvalidRequestError("a name is required"), "error"],
  ])("%s is not tried again", async (_title, error, level) => {
    const { recorder, sink, clock, errors, levels } = recording();
    sink.reaction = () => {
      throw error;
    };
    recorder.event(created);
    await clock.advance(600_000);
    expect(sink.writes).toEqual(["create"]);
    expect(errors).toEqual([
      `recorder of databases: event Created about Database default/orders was refused, and is not tried again: ${error.message}`,
    ]);
    expect(levels).toEqual([level]);
  });

  it("that hangs ends after half a minute, and is tried again", async () => {
    const { recorder, sink, clock } = recording();
    sink.reaction = async ({ nth }) => {
      if (nth === 1) await new Promise(() => {});
    };
    recorder.event(created);
    // Half a minute, and the half of ten seconds between two tries.
    await clock.advance(34_999);
    expect(sink.all()).toEqual([]);
    await clock.advance(1);
    expect(sink.all()).toHaveLength(1);
  });
});

describe("a flood", () => {
  it("does not wait in memory without bound: what comes after a thousand is dropped and reported", async () => {
    const { recorder, sink, clock, errors } = recording();
    const answer = deferred<void>();
    sink.reaction = () => answer.promise;
    for (let number = 0; number < 1_500; number++) {
      recorder.event({
        ...created,
        regarding: { ...database, metadata: { name: `db-${number}` } },
      });
      if (number === 0) await clock.settle();
    }
    expect(errors).toHaveLength(499);
    expect(errors[0]).toBe(
      "recorder of databases: event Created about Database db-1001 is dropped: 1000 events wait already",
    );
    answer.resolve();
    await clock.settle();
    while (sink.writes.length < 1_001) await clock.settle();
    expect(sink.events.size).toBe(1_001);
  });
});

describe("shutdown", () => {
  it("writes what waits, each tried once", async () => {
    const { recorder, broadcaster, sink, errors } = recording();
    sink.reaction = ({ event }) => {
      if (event.reason === "Created") throw new Error("read ECONNRESET");
    };
    recorder.event(created);
    recorder.event({ ...created, reason: "Updated" });
    await broadcaster.shutdown();
    expect(sink.all().map(({ reason }) => reason)).toEqual(["Updated"]);
    expect(errors).toEqual([
      "recorder of databases: event Created about Database default/orders is dropped: the recorder was shut down before it could be written: read ECONNRESET",
    ]);
  });

  it("ends a pause between two tries", async () => {
    const { recorder, broadcaster, sink, clock } = recording();
    sink.reaction = ({ nth }) => {
      if (nth === 1) throw new Error("read ECONNRESET");
    };
    recorder.event(created);
    await clock.settle();
    await broadcaster.shutdown();
    expect(sink.all()).toHaveLength(1);
    expect(clock.timers).toEqual([]);
  });

  it("ends in bounded time, and says what was dropped", async () => {
    const { recorder, broadcaster, sink, clock, errors } = recording();
    sink.reaction = () => new Promise(() => {});
    recorder.event(created);
    recorder.event({ ...created, reason: "Updated" });
    const ended = broadcaster.shutdown({ timeoutMs: 1_000 });
    await clock.advance(1_000);
    await ended;
    expect(errors.map((error) => error.split(":")[1])).toEqual([
      " event Created about Database default/orders is dropped",
      " event Updated about Database default/orders is dropped",
    ]);
    expect(clock.timers).toEqual([]);
  });

  it("drops what is recorded later, without noise", async () => {
    const { recorder, broadcaster, sink, errors, levels } = recording();
    await broadcaster.shutdown();
    await broadcaster.shutdown();
    recorder.event(created);
    expect(sink.writes).toEqual([]);
    expect(levels).toEqual(["info"]);
    expect(errors).toEqual([
      "recorder of databases: event Created about Database default/orders is dropped: the recorder was shut down",
    ]);
  });
});

it.each([
  ["lruCacheSize", 0],
  ["burstSize", -1],
  ["qps", Number.NaN],
  ["maxEvents", 0],
  ["maxIntervalInSeconds", -5],
])("refuses %s %d", (name, value) => {
  const sink = new MemorySink<never>();
  const make = (): unknown => new EventBroadcaster({ sink, correlator: { [name]: value } });
  expect(make).toThrow(ConfigError);
  expect(make).toThrow(`event correlation: ${name} must be above 0: ${value}`);
});
