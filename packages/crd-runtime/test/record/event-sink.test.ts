import { expect, it, onTestFinished } from "vitest";
import { EmbeddedApiServer } from "../../../crd-testing/src/apiserver/embedded/embedded-api-server.js";
import {
  coreV1EventSink,
  EventBroadcaster,
  EventsV1Broadcaster,
  eventsV1EventSink,
  type KubernetesList,
  type KubernetesObject,
  ResourceClient,
  RestClient,
} from "../../src/index.js";
import { created } from "./recording.js";

async function serve(): Promise<{
  readonly rest: RestClient;
  readonly list: (group: string) => Promise<readonly KubernetesObject[]>;
}> {
  const server = await EmbeddedApiServer.start();
  onTestFinished(() => server.stop());
  const rest = RestClient.forConfig(server.config);
  const list = async (group: string): Promise<readonly KubernetesObject[]> => {
    const events = new ResourceClient<KubernetesObject, KubernetesList<KubernetesObject>>({
      rest,
      group,
      version: "v1",
      resource: "events",
      kind: "Event",
      namespaced: true,
    });
    return (await events.list()).items;
  };
  return { rest, list };
}

it("writes and counts events of core v1 on a server", async () => {
  const { rest, list } = await serve();
  const errors: string[] = [];
  const broadcaster = new EventBroadcaster({
    sink: coreV1EventSink({ rest }),
    onError: ({ message }) => errors.push(message),
  });
  const recorder = broadcaster.newRecorder({ component: "databases" });
  for (let time = 0; time < 3; time++) recorder.event(created);
  for (let time = 0; time < 11; time++) recorder.event({ ...created, note: `message ${time}` });
  await broadcaster.shutdown();
  expect(errors).toEqual([]);
  const events = await list("");
  expect(events).toHaveLength(10);
  expect(events).toContainEqual(
    expect.objectContaining({ message: "created the pod", count: 3, type: "Normal" }),
  );
  expect(events).toContainEqual(
    expect.objectContaining({
      message: "(combined from similar events): message 10",
      count: 3,
      involvedObject: expect.objectContaining({ kind: "Database", name: "orders" }),
    }),
  );
});

it("writes events and series of events.k8s.io on a server", async () => {
  const { rest, list } = await serve();
  const errors: string[] = [];
  const broadcaster = new EventsV1Broadcaster({
    sink: eventsV1EventSink({ rest }),
    onError: ({ message }) => errors.push(message),
  });
  const recorder = broadcaster.newRecorder({ reportingController: "example.com/databases" });
  recorder.event({ ...created, note: "é".repeat(2_000) });
  for (let time = 0; time < 3; time++) recorder.event({ ...created, reason: "Updated" });
  await broadcaster.shutdown();
  expect(errors).toEqual([]);
  const events = await list("events.k8s.io");
  expect(events).toHaveLength(2);
  expect(events).toContainEqual(
    expect.objectContaining({
      reason: "Updated",
      series: expect.objectContaining({ count: 3 }),
      reportingController: "example.com/databases",
    }),
  );
});
