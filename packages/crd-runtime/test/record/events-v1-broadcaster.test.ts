import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { refusal } from "./memory-sink.js";
import { created, database, recordingV1 } from "./recording.js";

const minutes = 60_000;

describe("an event of events.k8s.io", () => {
  it("has a regarding, an action, and a time to the microsecond", async () => {
    const { recorder, sink, clock } = recordingV1();
    const related = { apiVersion: "v1", kind: "Pod", name: "orders-0" };
    await clock.advance(1_234);
    recorder.event({ ...created, related, action: "Creating" });
    await clock.settle();
    expect(sink.all()).toMatchObject([
      {
        metadata: { namespace: "default" },
        eventTime: "2026-01-01T00:00:01.234000Z",
        regarding: { kind: "Database", name: "orders" },
        related,
        type: "Normal",
        reason: "Created",
        action: "Creating",
        note: "created the pod",
        reportingController: "databases",
        reportingInstance: "databases-1",
      },
    ]);
    expect(sink.all()[0]).not.toHaveProperty("series");
  });

  it("has its reason as action, and the host in its instance, where nothing else is said", async () => {
    const { broadcaster, sink, clock } = recordingV1();
    broadcaster.newRecorder({ reportingController: "backups" }).event(created);
    await clock.settle();
    expect(sink.all()).toMatchObject([
      { action: "Created", reportingInstance: `backups-${hostname()}` },
    ]);
  });

  it.each([
    ["a".repeat(1_024), "a".repeat(1_024)],
    ["a".repeat(1_025), `${"a".repeat(1_021)}...`],
    ["é".repeat(600), `${"é".repeat(510)}...`],
    ["😀".repeat(300), `${"😀".repeat(255)}...`],
  ])("has a note that the server takes (%#)", async (note, written) => {
    const { recorder, sink, clock } = recordingV1();
    recorder.event({ ...created, note });
    await clock.settle();
    expect(sink.all()[0]?.note).toBe(written);
  });
});

describe("a series", () => {
  // client-go constant: event series end
  it("is written when it begins, and when nothing was added for six minutes", async () => {
    const { recorder, sink, clock } = recordingV1();
    for (let number = 0; number < 5; number++) {
      recorder.event({ ...created, note: `try ${number}` });
      await clock.advance(1_000);
    }
    expect(sink.writes).toEqual(["create", "patch"]);
    expect(sink.all()).toMatchObject([{ note: "try 0", series: { count: 2 } }]);
    await clock.advance(6 * minutes);
    expect(sink.writes).toHaveLength(2);
    await clock.advance(6 * minutes);
    expect(sink.writes).toEqual(["create", "patch", "patch"]);
    expect(sink.all()).toMatchObject([
      { series: { count: 5, lastObservedTime: "2026-01-01T00:00:04.000000Z" } },
    ]);
    recorder.event(created);
    await clock.settle();
    expect(sink.writes.at(-1)).toBe("create");
  });

  // client-go constant: event series refresh
  it("that goes on is written every half an hour", async () => {
    const { recorder, sink, clock } = recordingV1();
    for (let minute = 0; minute < 31; minute++) {
      recorder.event(created);
      await clock.advance(minutes);
    }
    expect(sink.writes).toEqual(["create", "patch", "patch"]);
    expect(sink.all()).toMatchObject([{ series: { count: 30 } }]);
  });

  it("ends with a single event after six minutes", async () => {
    const { recorder, sink, clock } = recordingV1();
    recorder.event(created);
    await clock.advance(6 * minutes);
    recorder.event(created);
    await clock.settle();
    expect(sink.writes).toEqual(["create", "create"]);
  });

  it("is another one when anything but the note differs", async () => {
    const { recorder, broadcaster, sink, clock } = recordingV1();
    recorder.event(created);
    recorder.event({ ...created, type: "Warning" });
    recorder.event({ ...created, reason: "Updated" });
    recorder.event({ ...created, action: "Creating" });
    recorder.event({ ...created, related: database });
    recorder.event({ ...created, regarding: { ...database, metadata: { name: "users" } } });
    broadcaster.newRecorder({ reportingController: "backups" }).event(created);
    await clock.settle();
    expect(sink.writes).toEqual(Array(7).fill("create"));
  });

  it("is created with its count when the server has forgotten it", async () => {
    const { recorder, sink, clock } = recordingV1();
    recorder.event(created);
    await clock.settle();
    sink.events.clear();
    recorder.event(created);
    await clock.settle();
    expect(sink.writes).toEqual(["create", "patch", "create"]);
    expect(sink.all()).toMatchObject([{ series: { count: 2 } }]);
  });

  it("is patched after all when it has been created meanwhile", async () => {
    const { recorder, sink, clock } = recordingV1();
    recorder.event(created);
    await clock.settle();
    sink.reaction = ({ nth }) => {
      if (nth === 2) throw refusal({ code: 404, reason: "NotFound" });
    };
    recorder.event(created);
    await clock.advance(11_249);
    expect(sink.writes).toEqual(["create", "patch", "create"]);
    await clock.advance(1);
    expect(sink.writes).toEqual(["create", "patch", "create", "patch"]);
    expect(sink.all()).toMatchObject([{ series: { count: 2 } }]);
  });

  it("is written with its last count at the end", async () => {
    const { recorder, broadcaster, sink, clock } = recordingV1();
    for (let number = 0; number < 5; number++) {
      recorder.event(created);
      await clock.settle();
    }
    await broadcaster.shutdown();
    expect(sink.writes).toEqual(["create", "patch", "patch"]);
    expect(sink.all()).toMatchObject([{ series: { count: 5 } }]);
    expect(clock.timers).toEqual([]);
  });

  it("is not remembered without bound: the oldest of 4096 goes, and its count is written", async () => {
    const { recorder, sink, clock } = recordingV1();
    for (let time = 0; time < 3; time++) recorder.event(created);
    for (let number = 0; number < 4_096; number++) {
      recorder.event({ ...created, reason: `Reason${number}` });
      if (number % 500 === 499) while (sink.writes.length < number) await clock.settle();
    }
    while (sink.writes.length < 4_099) await clock.settle();
    expect(sink.all()[0]).toMatchObject({ reason: "Created", series: { count: 3 } });
  });
});

it("does not write what is counted only: a flood of one event is two writes", async () => {
  const { recorder, sink, clock, errors } = recordingV1();
  for (let number = 0; number < 10_000; number++) recorder.event(created);
  await clock.settle();
  expect(sink.writes.length).toBeLessThanOrEqual(3);
  expect(errors).toEqual([]);
});
