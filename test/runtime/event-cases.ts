import {
  type CoreV1Event,
  coreV1EventSink,
  EventBroadcaster,
  type EventRecordingError,
  EventsV1Broadcaster,
  type EventsV1Event,
  eventsV1EventSink,
  isNamespaceTerminating,
  type ObjectReference,
  type RestClient,
} from "crd-runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { type ConfigMap, clientOf, namespaceKind } from "./server.js";

const namespace = "events-of-things";
const eventKind = { version: "v1", resource: "events", kind: "Event", namespaced: true } as const;

function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve = (_: T): void => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** What recorders write, on any server. */
export function eventCases(restOf: () => RestClient): void {
  const regarding = (name: string, where = namespace): ObjectReference => ({
    apiVersion: "example.com/v1",
    kind: "Thing",
    namespace: where,
    name,
    uid: "11111111-2222-4333-8444-555555555555",
  });
  const found = async (name: string, where = namespace): Promise<readonly CoreV1Event[]> => {
    const inNamespace = { group: "", rest: restOf(), namespace: where };
    const events = clientOf<CoreV1Event>({ ...eventKind, ...inNamespace });
    return (await events.list({ fieldSelector: `involvedObject.name=${name}` })).items;
  };
  const namespaces = () => clientOf<ConfigMap>({ ...namespaceKind, rest: restOf() });
  const errors: EventRecordingError[] = [];
  const onError = (error: EventRecordingError): void => void errors.push(error);
  const problems = (): readonly string[] => errors.splice(0).map(({ message }) => message);

  beforeAll(async () => {
    await namespaces().create({ metadata: { name: namespace } });
  });

  describe("of core v1", () => {
    const broadcasterOf = () =>
      new EventBroadcaster({ sink: coreV1EventSink({ rest: restOf() }), onError });

    it("are written, and counted when they happen again", async () => {
      const broadcaster = broadcasterOf();
      const recorder = broadcaster.newRecorder({ component: "controller", host: "one" });
      const event = { regarding: regarding("counted"), type: "Normal", reason: "Made" } as const;
      for (let at = 0; at < 3; at++) recorder.event({ ...event, note: "made it" });
      await broadcaster.shutdown();
      expect(problems()).toEqual([]);
      expect(await found("counted")).toMatchObject([
        {
          count: 3,
          message: "made it",
          reason: "Made",
          type: "Normal",
          source: { component: "controller", host: "one" },
          involvedObject: regarding("counted"),
        },
      ]);
    });

    it("become one where many are similar", async () => {
      const broadcaster = broadcasterOf();
      const recorder = broadcaster.newRecorder({ component: "controller" });
      const event = { regarding: regarding("many"), type: "Warning", reason: "Failed" } as const;
      for (let at = 0; at < 12; at++) recorder.event({ ...event, note: `try ${at}` });
      await broadcaster.shutdown();
      expect(problems()).toEqual([]);
      const events = await found("many");
      expect(events.map(({ message, count }) => `${message} x${count}`).sort()).toEqual([
        "(combined from similar events): try 11 x3",
        ...Array.from({ length: 9 }, (_, at) => `try ${at} x1`),
      ]);
    });

    it("may be as long as they like", async () => {
      const broadcaster = broadcasterOf();
      const recorder = broadcaster.newRecorder({ component: "controller" });
      const note = "é".repeat(3_000);
      recorder.event({ regarding: regarding("long"), type: "Normal", reason: "Long", note });
      await broadcaster.shutdown();
      expect(problems()).toEqual([]);
      expect(await found("long")).toMatchObject([{ message: note }]);
    });

    it("of what has no namespace are in default", async () => {
      const broadcaster = broadcasterOf();
      const recorder = broadcaster.newRecorder({ component: "controller" });
      const { namespace: _, ...wide } = regarding("wide-thing");
      recorder.event({ regarding: wide, type: "Normal", reason: "Wide", note: "everywhere" });
      await broadcaster.shutdown();
      expect(problems()).toEqual([]);
      expect(await found("wide-thing", "default")).toHaveLength(1);
    });
  });

  describe("of events.k8s.io/v1", () => {
    const eventsV1 = () =>
      clientOf<EventsV1Event>({ ...eventKind, group: "events.k8s.io", rest: restOf(), namespace });
    const broadcasterOf = () =>
      new EventsV1Broadcaster({ sink: eventsV1EventSink({ rest: restOf() }), onError });
    const reporter = { reportingController: "example.com/controller", reportingInstance: "one" };
    const one = async (name: string): Promise<EventsV1Event | undefined> => {
      const { items } = await eventsV1().list();
      return items.find(({ regarding }) => regarding?.name === name);
    };

    it("are a series when they happen again", async () => {
      const broadcaster = broadcasterOf();
      const recorder = broadcaster.newRecorder(reporter);
      const event = {
        regarding: regarding("series"),
        related: regarding("other"),
        type: "Warning",
        reason: "Unhealthy",
        action: "Restarting",
        annotations: { "example.com/why": "it is silent" },
      } as const;
      for (let at = 0; at < 4; at++) recorder.event({ ...event, note: `try ${at}` });
      await broadcaster.shutdown();
      expect(problems()).toEqual([]);
      expect(await one("series")).toMatchObject({
        ...reporter,
        action: "Restarting",
        reason: "Unhealthy",
        note: "try 0",
        type: "Warning",
        regarding: regarding("series"),
        related: regarding("other"),
        metadata: { annotations: { "example.com/why": "it is silent" } },
        series: { count: 4 },
      });
    });

    it("are cut to what the server takes, in whole characters", async () => {
      const broadcaster = broadcasterOf();
      const recorder = broadcaster.newRecorder(reporter);
      const note = "é".repeat(3_000);
      recorder.event({ regarding: regarding("cut"), type: "Normal", reason: "Long", note });
      await broadcaster.shutdown();
      expect(problems()).toEqual([]);
      expect((await one("cut"))?.note).toBe(`${"é".repeat(510)}...`);
    });

    it("are written again when they are gone before their series goes on", async () => {
      const sink = eventsV1EventSink({ rest: restOf() });
      const written = deferred<EventsV1Event>();
      const create: typeof sink.create = async (write) => {
        const event = await sink.create(write);
        written.resolve(event);
        return event;
      };
      const broadcaster = new EventsV1Broadcaster({ sink: { ...sink, create }, onError });
      const recorder = broadcaster.newRecorder(reporter);
      const event = { regarding: regarding("gone"), type: "Normal", reason: "Again" } as const;
      recorder.event({ ...event, note: "first" });
      const { metadata } = await written.promise;
      await eventsV1().delete(metadata.name ?? "");
      recorder.event({ ...event, note: "second" });
      await broadcaster.shutdown();
      expect(problems()).toEqual([]);
      expect((await one("gone"))?.series?.count).toBe(2);
    });

    it("of a namespace that is being deleted are given up, and the next one is written", async () => {
      const name = "events-that-end";
      const ending = await namespaces().create({ metadata: { name } });
      const configMaps = clientOf<ConfigMap>({
        group: "",
        version: "v1",
        resource: "configmaps",
        kind: "ConfigMap",
        namespaced: true,
        rest: restOf(),
        namespace: ending.metadata.name,
      });
      await configMaps.create({ metadata: { name: "keeps", finalizers: ["example.com/keep"] } });
      await namespaces().delete(name);
      const broadcaster = broadcasterOf();
      const recorder = broadcaster.newRecorder(reporter);
      const event = { type: "Normal", reason: "Late", note: "too late" } as const;
      recorder.event({ ...event, regarding: regarding("late", name) });
      recorder.event({ ...event, regarding: regarding("next") });
      await broadcaster.shutdown();
      expect(errors.map(({ level, cause }) => [level, isNamespaceTerminating(cause)])).toEqual([
        ["info", true],
      ]);
      expect(problems()).toHaveLength(1);
      expect(await one("next")).toBeDefined();
    });
  });
}
