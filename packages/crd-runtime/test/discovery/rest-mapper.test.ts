import { describe, expect, it } from "vitest";
import {
  DeferredDiscoveryRESTMapper,
  DiscoveryClient,
  DiscoveryRESTMapper,
  MemoryCachedDiscovery,
  NoMatchError,
  type PartialResource,
} from "../../src/discovery/index.js";
import { deferred } from "../deferred.js";
import { bench } from "../rest/bench.js";
import type { Answer } from "../rest/memory-transport.js";
import { aggregatedServer, legacyAnswers, serving } from "./answers.js";

async function mapperOf(): Promise<DiscoveryRESTMapper> {
  const { rest } = bench([aggregatedServer]);
  return new DiscoveryRESTMapper(await new DiscoveryClient(rest).serverGroupsAndResources());
}

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(NoMatchError);
    return error instanceof Error ? error.message : "";
  }
  return "it did not throw";
}

describe("a DiscoveryRESTMapper", () => {
  it.each<{ asked: PartialResource; found: string }>([
    { asked: { resource: "databases" }, found: "example.com/v2/databases" },
    { asked: { resource: "database" }, found: "example.com/v2/databases" },
    { asked: { resource: "db" }, found: "example.com/v2/databases" },
    { asked: { resource: "DataBases" }, found: "example.com/v2/databases" },
    { asked: { resource: "db", version: "v1" }, found: "example.com/v1/databases" },
    { asked: { resource: "db", version: "" }, found: "example.com/v2/databases" },
    { asked: { resource: "events" }, found: "/v1/events" },
    { asked: { resource: "events", group: "" }, found: "/v1/events" },
    { asked: { resource: "events", group: "events.k8s.io" }, found: "events.k8s.io/v1/events" },
    { asked: { resource: "events", group: "events" }, found: "events.k8s.io/v1/events" },
    { asked: { resource: "po" }, found: "/v1/pods" },
  ])("finds $found for $asked", async ({ asked, found }) => {
    const mapper = await mapperOf();
    const { group, version, resource } = mapper.resourceFor(asked);
    expect(`${group}/${version}/${resource}`).toBe(found);
    expect(mapper.kindFor(asked)).toMatchObject({ group, version });
  });

  it("finds all of them, the preferred one first", async () => {
    const mapper = await mapperOf();
    expect(mapper.resourcesFor({ resource: "db" }).map(({ version }) => version)).toEqual([
      "v2",
      "v1",
    ]);
    expect(mapper.kindsFor({ resource: "events" }).map(({ group }) => group)).toEqual([
      "",
      "events.k8s.io",
    ]);
  });

  it("finds how a kind is reached: in the preferred version, or the first that is served", async () => {
    const mapper = await mapperOf();
    const database = { group: "example.com", kind: "Database" };
    expect(mapper.restMapping(database)).toEqual({
      resource: { group: "example.com", version: "v2", resource: "databases" },
      groupVersionKind: { ...database, version: "v2" },
      namespaced: true,
    });
    expect(mapper.restMapping(database, "v9", "v1").resource.version).toBe("v1");
    expect(mapper.restMapping({ group: "example.com", kind: "Engine" }).namespaced).toBe(false);
    expect(mapper.restMappings(database, "v1", "v2").map((each) => each.resource.version)).toEqual([
      "v1",
      "v2",
    ]);
    expect(mapper.singularFor({ resource: "db" })).toBe("database");
  });

  it("names what there is instead of what it does not find", async () => {
    const mapper = await mapperOf();
    const failed = " (could not be asked: metrics.k8s.io/v1beta1)";
    const { restMapping, resourceFor } = {
      restMapping: mapper.restMapping.bind(mapper),
      resourceFor: mapper.resourceFor.bind(mapper),
    };
    expect([
      messageOf(() => restMapping({ group: "example.com", kind: "Databse" }, "v1")),
      messageOf(() => restMapping({ group: "example.org", kind: "Database" })),
      messageOf(() => restMapping({ group: "example.com", kind: "Database" }, "v7", "v8")),
      messageOf(() => restMapping({ group: "nowhere", kind: "Nothing" })),
      messageOf(() => resourceFor({ resource: "databasez", group: "example.com" })),
      messageOf(() => resourceFor({ resource: "pods", group: "apps", version: "v1" })),
      messageOf(() => resourceFor({ resource: "nothing" })),
    ]).toEqual([
      `no matches for kind "Databse" in version "example.com/v1": the group has Database, Engine${failed}`,
      `no matches for kind "Database" in group "example.org": it is served in example.com/v2, example.com/v1${failed}`,
      `no matches for kind "Database" in version "example.com/v7", "example.com/v8": it is served in example.com/v2, example.com/v1${failed}`,
      `no matches for kind "Nothing" in group "nowhere": the server has no such group: is its CustomResourceDefinition installed?${failed}`,
      `no matches for resource "databasez" in group "example.com": the group has databases, engines${failed}`,
      `no matches for resource "pods" in group "apps" version v1: it is served in v1${failed}`,
      `no matches for resource "nothing": the server has no such resource: is its CustomResourceDefinition installed?${failed}`,
    ]);
  });
});

describe("a DeferredDiscoveryRESTMapper", () => {
  const database = { group: "example.com", kind: "Database" };
  const { "/apis": groups, ...others } = legacyAnswers;

  /** A server on which the group is installed later. */
  function make() {
    let installed = false;
    let gate: Promise<void> | undefined;
    const step = async (request: { readonly path: string }): Promise<Answer> => {
      await gate;
      const apis = installed ? groups : { kind: "APIGroupList", groups: [] };
      return serving({ ...others, "/apis": apis })(request);
    };
    const { rest, transport } = bench([step]);
    const discovery = new MemoryCachedDiscovery(new DiscoveryClient(rest));
    return {
      mapper: new DeferredDiscoveryRESTMapper(discovery),
      discovery,
      install: () => {
        installed = true;
      },
      hold: (promise: Promise<void>) => {
        gate = promise;
      },
      asked: () => transport.requests.filter(({ path }) => path === "/apis").length,
    };
  }

  it("asks when it is first needed, and not again for what it finds", async () => {
    const { mapper, install, asked } = make();
    install();
    expect(asked()).toBe(0);
    expect((await mapper.restMapping(database)).resource.resource).toBe("databases");
    expect(await mapper.kindFor({ resource: "db" })).toEqual({ ...database, version: "v2" });
    expect((await mapper.resourceFor({ resource: "po" })).resource).toBe("pods");
    expect((await mapper.restMapping(database, { versions: ["v1"] })).resource.version).toBe("v1");
    expect(asked()).toBe(1);
  });

  it("asks once more for what it does not find in an old answer, and not in a new one", async () => {
    const { mapper, install, asked } = make();
    const missed = [1, 2, 3].map(() => mapper.restMapping(database));
    for (const call of await Promise.allSettled(missed)) {
      expect(call).toMatchObject({ reason: expect.any(NoMatchError) });
    }
    expect(asked()).toBe(1);
    install();
    const found = [1, 2, 3].map(() => mapper.restMapping(database));
    expect((await Promise.all(found)).map(({ namespaced }) => namespaced)).toEqual([
      true,
      true,
      true,
    ]);
    expect(asked()).toBe(2);
    await expect(mapper.resourceFor({ resource: "nothing" })).rejects.toThrow(NoMatchError);
    expect(asked()).toBe(3);
  });

  it("takes an answer that others have kept for an old one", async () => {
    const { mapper, discovery, install, asked } = make();
    await discovery.serverGroupsAndResources();
    install();
    expect((await mapper.restMapping(database)).namespaced).toBe(true);
    expect(asked()).toBe(2);
  });

  it("asks anew when it is reset, and after a failure", async () => {
    const { mapper, install, hold, asked } = make();
    const failed = new Error("failed");
    hold(Promise.reject(failed));
    await expect(mapper.resourceFor({ resource: "po" })).rejects.toBe(failed);
    hold(Promise.resolve());
    install();
    await mapper.resourceFor({ resource: "po" });
    mapper.reset();
    await mapper.resourceFor({ resource: "po" });
    expect(asked()).toBe(3);
  });

  it("ends the wait of one caller alone", async () => {
    const { mapper, install, hold } = make();
    install();
    const gate = deferred<void>();
    hold(gate.promise);
    const controller = new AbortController();
    const stopped = new Error("stopped");
    const one = mapper.restMapping(database, { signal: controller.signal });
    const other = mapper.restMapping(database);
    controller.abort(stopped);
    await expect(one).rejects.toBe(stopped);
    gate.resolve();
    expect((await other).namespaced).toBe(true);
  });
});
