import {
  type DeepReadonly,
  DynamicClient,
  DynamicSharedInformerFactory,
  type KubernetesObject,
  ListPager,
  MetadataClient,
  MetadataSharedInformerFactory,
  RestClient,
  RetryWatcher,
  type Unstructured,
  until,
  untilWithSync,
} from "crd-runtime";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "./server.js";

const configMaps = { group: "", version: "v1", resource: "configmaps" };
const namespaces = ["tools-one", "tools-two"] as const;
const set = "tools";

describeOnServer("what stands on lists and watches", (server) => {
  const rest = restClient(server);
  const client = new DynamicClient(rest);
  const inOne = client.resource(configMaps).namespace(namespaces[0]);
  const create = async (input: { readonly name: string; readonly namespace?: string }) =>
    await client
      .resource(configMaps)
      .namespace(input.namespace ?? namespaces[0])
      .create({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: input.name, labels: { set } },
        data: { count: "0" },
      });
  /** Counts from 1 to a number. */
  const countUp = async (object: Unstructured, to: number): Promise<void> => {
    let latest = object;
    for (let count = 1; count <= to; count++) {
      latest = await inOne.update({ ...latest, data: { count: String(count) } });
    }
  };
  const countOn = async (name: string): Promise<void> => {
    for (const count of ["3", "4"]) {
      await inOne.patch(name, { type: "merge", body: { data: { count } } });
    }
  };
  const countOf = (object: object): unknown =>
    "data" in object ? (object.data as { readonly count: string }).count : undefined;

  beforeAll(async () => {
    const resource = { group: "", version: "v1", resource: "namespaces" };
    for (const name of namespaces) {
      await client
        .resource(resource)
        .create({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
    }
  });

  describe.each([
    ["dynamic", "ConfigMap", () => dynamicFactory(rest)],
    ["metadata", "PartialObjectMetadata", () => metadataFactory(rest)],
  ] as const)("a %s informer factory", (what, kind, make) => {
    it("follows the objects of all namespaces", async () => {
      const [old, fresh] = [`${what}-old`, `${what}-new`];
      await create({ name: old });
      const factory = make();
      const stop = new AbortController();
      onTestFinished(async () => {
        stop.abort();
        await factory.shutdown();
      });
      const { informer, lister } = factory.forResource(configMaps);
      const log: string[] = [];
      const gone = new Promise<void>((resolve) => {
        const note = (event: string, { metadata }: DeepReadonly<KubernetesObject>): void => {
          if (metadata.name?.startsWith(`${what}-`)) log.push(`${event} ${metadata.name}`);
        };
        informer().addEventHandler({
          onAdd: (object) => note("add", object),
          onUpdate: (_, object) => note("update", object),
          onDelete: (deleted) => {
            if ("metadata" in deleted) note("delete", deleted);
            resolve();
          },
        });
      });
      factory.start(stop.signal);
      expect((await factory.waitForCacheSync(stop.signal)).synced).toBe(true);
      const created = await create({ name: fresh, namespace: namespaces[1] });
      const inTwo = client.resource(configMaps).namespace(namespaces[1]);
      await inTwo.update({ ...created, data: { count: "1" } });
      await inTwo.delete(fresh);
      await gone;
      expect(log).toEqual([`add ${old}`, `add ${fresh}`, `update ${fresh}`, `delete ${fresh}`]);
      expect(lister().namespace(namespaces[0]).get(old).kind).toBe(kind);
      expect(() => lister().namespace(namespaces[1]).get(fresh)).toThrow("not found");
    });
  });

  it("RetryWatcher misses nothing when the server ends its watches", async () => {
    const created = await create({ name: "retried" });
    await countUp(created, 2);
    const watches: (string | undefined)[] = [];
    let opensAgain = (): void => {};
    const openedAgain = new Promise<void>((resolve) => {
      opensAgain = resolve;
    });
    const watcher = new RetryWatcher<Unstructured>({
      client: {
        watch: (options) => {
          watches.push(options?.resourceVersion);
          if (watches.length === 2) opensAgain();
          return inOne.watch({
            ...options,
            fieldSelector: "metadata.name=retried",
            ...(watches.length === 1 ? { timeoutSeconds: 1 } : {}),
          });
        },
      },
      resourceVersion: created.metadata.resourceVersion ?? "",
      minRestartDelayMs: 0,
    });
    const seen: unknown[] = [];
    for await (const { object } of watcher) {
      seen.push(countOf(object));
      if (seen.length === 4) break;
      // What follows is written once the first watch has ended.
      if (seen.length === 2) void openedAgain.then(() => countOn("retried"));
    }
    expect(seen).toEqual(["1", "2", "3", "4"]);
    expect(watches).toHaveLength(2);
  });

  it("until and untilWithSync wait for a state", async () => {
    const created = await create({ name: "awaited" });
    const isThree = ({ object }: { readonly object: object }): boolean => countOf(object) === "3";
    const { resourceVersion = "" } = created.metadata;
    const waited = until({ client: inOne, resourceVersion, conditions: [isThree] });
    const synced = untilWithSync({
      name: "configmaps",
      listerWatcher: inOne,
      conditions: [({ object }) => object.metadata.name === "awaited" && countOf(object) === "3"],
    });
    await countUp(created, 3);
    expect((await waited)?.type).toBe("MODIFIED");
    expect((await synced)?.object.metadata.name).toBe("awaited");
  });

  it("a pager lists everything in pages", async () => {
    for (let at = 0; at < 5; at++) await create({ name: `paged-${at}`, namespace: namespaces[1] });
    const inTwo = client.resource(configMaps).namespace(namespaces[1]);
    const limits: unknown[] = [];
    const pager = new ListPager<Unstructured>({
      client: {
        list: (options) => {
          limits.push([options?.limit, options?.continue !== undefined]);
          return inTwo.list(options);
        },
      },
      pageSize: 2,
    });
    const { items } = await pager.list({ labelSelector: `set=${set}` });
    expect(items.map(({ metadata }) => metadata.name)).toEqual(
      Array.from({ length: 5 }, (_, at) => `paged-${at}`),
    );
    expect(limits).toEqual([
      [2, false],
      [2, true],
      [2, true],
    ]);
    const names: unknown[] = [];
    await pager.eachListItem(({ metadata }) => void names.push(metadata.name), {
      labelSelector: `set=${set}`,
    });
    expect(names).toHaveLength(5);
  });

  it("impersonates", async () => {
    const impersonate = { userName: "jane", groups: ["team"], uid: "7", extra: { a: ["b"] } };
    const other = RestClient.forConfig({ ...adminConfig(server), impersonate });
    onTestFinished(() => other.close());
    const { status } = (await other.request({
      method: "POST",
      path: "/apis/authentication.k8s.io/v1/selfsubjectreviews",
      body: { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" },
    })) as { status: { userInfo: unknown } };
    expect(status.userInfo).toMatchObject({
      username: "jane",
      uid: "7",
      groups: ["team", "system:authenticated"],
      extra: { a: ["b"] },
    });
  });
});

const dynamicFactory = (rest: RestClient) =>
  new DynamicSharedInformerFactory({ client: new DynamicClient(rest) });

const metadataFactory = (rest: RestClient) =>
  new MetadataSharedInformerFactory({ client: new MetadataClient(rest) });
