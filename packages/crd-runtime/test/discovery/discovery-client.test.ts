import { describe, expect, it } from "vitest";
import {
  DiscoveryClient,
  MemoryCachedDiscovery,
  type ServerResources,
  StaleGroupVersionError,
} from "../../src/discovery/index.js";
import { isNotFound } from "../../src/rest/index.js";
import { deferred } from "../deferred.js";
import { bench } from "../rest/bench.js";
import type { Step } from "../rest/memory-transport.js";
import { aggregatedServer, legacyAnswers, serving } from "./answers.js";

const stopped = new Error("stopped");

async function discover(step: Step) {
  const { rest, transport } = bench([step]);
  const server = await new DiscoveryClient(rest).serverGroupsAndResources();
  return { server, paths: transport.requests.map(({ path }) => path).sort(), transport };
}

/** `example.com/v2: databases engines`. */
function print({ groups }: ServerResources): string[] {
  return groups.flatMap(({ name, versions }) =>
    versions.map(({ group, version, resources }) => {
      expect(group).toBe(name);
      return `${group}/${version}: ${resources.map((resource) => resource.name).join(" ")}`;
    }),
  );
}

const all = [
  "/v1: pods pods/eviction events",
  "events.k8s.io/v1: events",
  "example.com/v2: databases engines",
  "example.com/v1: databases engines",
];

describe("a DiscoveryClient", () => {
  it("asks twice where the server gives everything at once", async () => {
    const { server, paths, transport } = await discover(aggregatedServer);
    expect(paths).toEqual(["/api", "/apis"]);
    expect(print(server)).toEqual([...all, "metrics.k8s.io/v1beta1: "]);
    expect(transport.requests[0]?.headers["accept"]).toBe(
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json",
    );
    const [core] = server.groups;
    expect(core?.versions[0]?.resources.slice(0, 2)).toEqual([
      {
        name: "pods",
        group: "",
        version: "v1",
        singularName: "pod",
        namespaced: true,
        groupVersionKind: { group: "", version: "v1", kind: "Pod" },
        verbs: ["get", "list", "watch"],
        shortNames: ["po"],
        categories: ["all"],
      },
      {
        name: "pods/eviction",
        group: "",
        version: "v1",
        singularName: "",
        namespaced: true,
        groupVersionKind: { group: "policy", version: "v1", kind: "Eviction" },
        verbs: ["create"],
        shortNames: [],
        categories: [],
      },
    ]);
  });

  it("tells which group versions are stale", async () => {
    const { failures } = (await discover(aggregatedServer)).server;
    expect([...failures.keys()]).toEqual(["metrics.k8s.io/v1beta1"]);
    expect(failures.get("metrics.k8s.io/v1beta1")).toBeInstanceOf(StaleGroupVersionError);
  });

  it("asks for each group version where it does not, and finds the same", async () => {
    const { server, paths } = await discover(serving(legacyAnswers));
    expect(paths).toEqual(Object.keys(legacyAnswers).sort());
    expect(print(server)).toEqual(all);
    const aggregated = (await discover(aggregatedServer)).server;
    expect(server.groups).toEqual(aggregated.groups.slice(0, 3));
  });

  it("is not spoilt by a group version that fails, or that has just gone", async () => {
    const { "/apis/events.k8s.io/v1": _, ...rest } = legacyAnswers;
    const { server } = await discover((request) =>
      request.path === "/apis/example.com/v1"
        ? { status: 503, body: "no endpoints" }
        : serving(rest)(request),
    );
    expect(print(server)).toEqual([all[0], "example.com/v2: databases engines"]);
    expect([...server.failures.keys()]).toEqual(["example.com/v1"]);
    expect(server.failures.get("example.com/v1")?.message).toContain("503");
  });

  it("takes a server without a core group, but not one without groups", async () => {
    const { server } = await discover(serving({ "/apis": { kind: "APIGroupList", groups: [] } }));
    expect(server.groups).toEqual([]);
    const { rest } = bench([serving({ "/api": legacyAnswers["/api"] })]);
    const failed = new DiscoveryClient(rest).serverGroupsAndResources();
    await expect(failed).rejects.toSatisfy(isNotFound);
  });

  it.each([
    undefined,
    null,
    [],
    { kind: "APIGroupDiscoveryList" },
    { kind: "APIGroupDiscoveryList", items: [null, 1, { versions: [{ resources: [{}, 7] }] }] },
    { groups: [{ versions: "x" }, 7] },
  ])("does not break on %j", async (body) => {
    const { server } = await discover({ body: body === undefined ? "" : body });
    expect(server.groups.flatMap(({ versions }) => versions).flatMap((v) => v.resources)).toEqual(
      [],
    );
  });

  it("asks for one group version, and for the version of the server", async () => {
    const version = { major: "1", minor: "37", gitVersion: "v1.37.2", platform: "linux/amd64" };
    const { rest } = bench([serving({ ...legacyAnswers, "/version": { ...version, extra: 1 } })]);
    const discovery = new DiscoveryClient(rest);
    expect(await discovery.serverVersion()).toEqual(version);
    const groupVersion = { group: "example.com", version: "v1" };
    const { resources } = await discovery.serverResourcesForGroupVersion(groupVersion);
    expect(resources.map(({ name }) => name)).toEqual(["databases", "engines"]);
    const absent = discovery.serverResourcesForGroupVersion({ group: "", version: "v7" });
    await expect(absent).rejects.toSatisfy(isNotFound);
  });

  it("ends with the signal's reason", async () => {
    const { rest } = bench([serving(legacyAnswers)]);
    const signal = AbortSignal.abort(stopped);
    await expect(new DiscoveryClient(rest).serverGroupsAndResources({ signal })).rejects.toBe(
      stopped,
    );
  });
});

describe("a MemoryCachedDiscovery", () => {
  const empty: ServerResources = { groups: [], failures: new Map() };

  function counting(answers: readonly (() => Promise<ServerResources>)[]) {
    let asked = 0;
    const discovery = {
      serverGroupsAndResources: async (): Promise<ServerResources> =>
        await (answers[Math.min(asked++, answers.length - 1)]?.() ?? empty),
    };
    return { cached: new MemoryCachedDiscovery(discovery), asked: () => asked };
  }

  it("asks once, also for calls at the same moment, until it is invalidated", async () => {
    const { cached, asked } = counting([async () => empty]);
    expect(cached.kept).toBe(false);
    await Promise.all([1, 2, 3].map(() => cached.serverGroupsAndResources()));
    await cached.serverGroupsAndResources();
    expect([asked(), cached.kept]).toEqual([1, true]);
    cached.invalidate();
    expect(cached.kept).toBe(false);
    await cached.serverGroupsAndResources();
    expect(asked()).toBe(2);
  });

  it("does not keep a failure, nor what was asked for before it was invalidated", async () => {
    const failing = counting([() => Promise.reject(stopped), async () => empty]);
    await expect(failing.cached.serverGroupsAndResources()).rejects.toBe(stopped);
    expect(await failing.cached.serverGroupsAndResources()).toBe(empty);
    const gate = deferred<ServerResources>();
    const { cached, asked } = counting([() => gate.promise, async () => empty]);
    const early = cached.serverGroupsAndResources();
    cached.invalidate();
    await cached.serverGroupsAndResources();
    gate.reject(stopped);
    await expect(early).rejects.toBe(stopped);
    await cached.serverGroupsAndResources();
    expect(asked()).toBe(2);
  });

  it("ends the wait of one caller without ending that of others", async () => {
    const gate = deferred<ServerResources>();
    const { cached } = counting([() => gate.promise]);
    const controller = new AbortController();
    const one = cached.serverGroupsAndResources({ signal: controller.signal });
    const other = cached.serverGroupsAndResources();
    controller.abort(stopped);
    await expect(one).rejects.toBe(stopped);
    gate.resolve(empty);
    expect(await other).toBe(empty);
  });
});
