import {
  DynamicClient,
  type DynamicResourceClient,
  isExpired,
  listWatchUntil,
  RetryWatcher,
  type Unstructured,
  until,
  untilWithSync,
} from "crd-runtime";
import type { EmbeddedApiServer } from "crd-testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { widget, widgetServer, widgets } from "./widgets.js";

let api: EmbeddedApiServer;
let client: DynamicResourceClient;

beforeEach(async () => {
  api = await widgetServer();
  client = DynamicClient.forConfig(api.config).resource(widgets).namespace("one");
});

afterEach(async () => {
  await api.stop();
});

/** Sets replicas to 1, 2, 3 ... one after another, and gives the version from which all can be watched. */
async function count(to: number): Promise<string> {
  let latest: Unstructured = await client.create(widget({ name: "a", replicas: 0 }));
  const { resourceVersion = "" } = latest.metadata;
  for (let replicas = 1; replicas <= to; replicas++) {
    latest = await client.update({ ...latest, spec: { replicas } });
  }
  return resourceVersion;
}

const replicasOf = (object: object): unknown =>
  "spec" in object ? (object.spec as { readonly replicas: number }).replicas : undefined;

describe("against a server that fails", () => {
  it("a RetryWatcher misses nothing and repeats nothing, whatever ends its watches", async () => {
    const resourceVersion = await count(8);
    const [{ length: frameBytes }] = [JSON.stringify((await client.list()).items[0])];
    const on = (nth: number, fault: Parameters<typeof api.faults.on>[1]) =>
      api.faults.on({ verb: "watch", nth }, fault);
    const handles = [
      on(1, { type: "reset", when: "before" }),
      on(2, { type: "reset", when: "inside", afterBytes: 2 * frameBytes }),
      on(3, { type: "errorFrame", code: 500, afterFrames: 2 }),
      on(4, { type: "truncate", afterBytes: 2 * frameBytes }),
      on(5, { type: "status", code: 503 }),
    ];
    const watcher = new RetryWatcher({ client, resourceVersion, minRestartDelayMs: 0 });
    const seen: unknown[] = [];
    for await (const { object } of watcher) {
      seen.push(replicasOf(object));
      if (seen.length === 8) break;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(handles.map(({ hits }) => hits)).toEqual([1, 1, 1, 1, 1]);
  });

  it("until ends when the version is gone, untilWithSync does not", async () => {
    const resourceVersion = await count(3);
    api.compact();
    const isLast = ({ object }: { readonly object: object }): boolean => replicasOf(object) === 3;
    const failed = until({ client, resourceVersion, conditions: [isLast] });
    await expect(failed).rejects.toSatisfy(isExpired);
    const listed = await listWatchUntil({ client, conditions: [isLast] });
    expect(listed?.type).toBe("ADDED");
    const synced = await untilWithSync({
      name: "widgets",
      listerWatcher: client,
      conditions: [isLast],
    });
    expect(synced?.object.metadata.name).toBe("a");
  });
});
