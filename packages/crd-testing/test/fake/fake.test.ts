import {
  ApiError,
  isConflict,
  isNotFound,
  type ListMeta,
  type ObjectMeta,
  ResourceClient,
  RestClient,
  type TypeMeta,
} from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { CoreClientset, newConfigMapInformer, newPodInformer } from "crd-runtime/core/v1";
import { describe, expect, it, vi } from "vitest";
import { Fake, type FakeOptions, type FakeResource, FakeWatcher } from "../../src/index.js";

interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec?: { size?: number };
  status?: { phase?: string };
}
interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

const resource: FakeResource = {
  group: "example.com",
  version: "v1",
  kind: "Database",
  resource: "databases",
  namespaced: true,
  status: true,
};

async function start(options: FakeOptions = {}) {
  const fake = await Fake.start({ resources: [resource], ...options });
  const databases = new ResourceClient<Database, DatabaseList>({
    rest: RestClient.forConfig(fake.config),
    group: resource.group,
    version: resource.version,
    resource: resource.resource,
    kind: resource.kind,
    namespaced: true,
    namespace: "default",
  });
  return { fake, databases };
}

const database = (name: string, more: Partial<Database> = {}): Database => ({
  apiVersion: "example.com/v1",
  kind: "Database",
  metadata: { name, namespace: "default" },
  ...more,
});

describe("what fakes of client-go do not do", () => {
  // client-go: controller-runtime fake: resource versions
  // client-go: controller-runtime fake: generateName
  it("fills in names, uids and versions, and refuses stale updates", async () => {
    const { databases } = await start();
    const created = await databases.create({ metadata: { generateName: "db-" } });
    expect(created.metadata.name).toMatch(/^db-[a-z0-9]{5}$/);
    expect(created.metadata.uid).not.toBe("");
    await databases.update({ ...created, spec: { size: 1 } });
    const stale = databases.update({ ...created, spec: { size: 2 } });
    expect(isConflict(await stale.catch((error: unknown) => error))).toBe(true);
  });

  // client-go: controller-runtime fake: concurrent writes
  it("lets one of many writes of the same version win", async () => {
    const { databases } = await start({ objects: [database("a", { spec: { size: 0 } })] });
    const found = await databases.get("a");
    const writes = Array.from({ length: 10 }, (_, at) =>
      databases.update({ ...found, spec: { size: at + 1 } }),
    );
    const results = await Promise.allSettled(writes);
    const failed = results.filter(({ status }) => status === "rejected");
    expect(failed).toHaveLength(9);
    expect(failed.every((result) => "reason" in result && isConflict(result.reason))).toBe(true);
  });

  // client-go: controller-runtime fake: status subresource
  it("keeps spec and status apart", async () => {
    const { databases } = await start({ objects: [database("a", { spec: { size: 1 } })] });
    const found = await databases.get("a");
    const changed = { ...found, spec: { size: 2 }, status: { phase: "Ready" } };
    const updated = await databases.updateStatus(changed);
    expect([updated.spec, updated.status]).toEqual([{ size: 1 }, { phase: "Ready" }]);
    const spec = await databases.update({ ...updated, spec: { size: 3 }, status: {} });
    expect([spec.spec, spec.status]).toEqual([{ size: 3 }, { phase: "Ready" }]);
  });

  // client-go: controller-runtime fake: selectors and indexes
  it("lists by labels and fields, and deletes collections", async () => {
    const { databases } = await start();
    for (const [name, tier] of [
      ["a", "db"],
      ["b", "web"],
      ["c", "db"],
    ] as const) {
      await databases.create({ metadata: { name, labels: { tier } } });
    }
    const names = async (options: object): Promise<readonly (string | undefined)[]> =>
      (await databases.list(options)).items.map(({ metadata }) => metadata.name);
    expect(await names({ labelSelector: "tier=db" })).toEqual(["a", "c"]);
    expect(await names({ fieldSelector: "metadata.name=b" })).toEqual(["b"]);
    await databases.deleteCollection({ labelSelector: "tier=db" });
    expect(await names({})).toEqual(["b"]);
  });

  // client-go trap: gap between list and watch
  // client-go: fake-client example: waits for the watch
  it("has no gap between a list and a watch", async () => {
    const { databases } = await start();
    const { metadata } = await databases.list();
    await databases.create({ metadata: { name: "between" } });
    await databases.delete("between");
    const seen: string[] = [];
    for await (const event of databases.watch({ resourceVersion: metadata.resourceVersion })) {
      seen.push(`${event.type} ${event.type === "BOOKMARK" ? "" : event.object.metadata.name}`);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(["ADDED between", "DELETED between"]);
  });
});

describe("actions", () => {
  // client-go: TestOriginalObjectCaptured
  it("are kept as they went out, and cannot be changed", async () => {
    const { fake, databases } = await start();
    const object: Database = { metadata: { name: "a" }, spec: { size: 1 } };
    await databases.create(object, { fieldManager: "test" });
    object.spec = { size: 2 };
    await databases.patch("a", {
      type: "merge",
      body: { spec: { size: 3 } },
      subresource: "status",
    });
    await databases.list({ labelSelector: "x=y" });
    await databases.delete("a");
    expect(
      fake
        .actions()
        .map(({ verb, resource: plural, subresource, namespace, name }) => [
          verb,
          subresource === "" ? plural : `${plural}/${subresource}`,
          namespace,
          name,
        ]),
    ).toEqual([
      ["create", "databases", "default", "a"],
      ["patch", "databases/status", "default", "a"],
      ["list", "databases", "default", ""],
      ["delete", "databases", "default", "a"],
    ]);
    const [create, patch, list] = fake.actions();
    expect(create?.object).toMatchObject({ metadata: { name: "a" }, spec: { size: 1 } });
    expect(create?.options).toEqual({ fieldManager: "test" });
    expect(patch).toMatchObject({
      object: { spec: { size: 3 } },
      patchType: "application/merge-patch+json",
    });
    expect(list?.options).toEqual({ labelSelector: "x=y" });
    expect(() => Object.assign(create?.object ?? {}, { spec: {} })).toThrow(TypeError);
    fake.clearActions();
    expect(fake.actions()).toEqual([]);
  });

  it("hold what is no JSON as text", async () => {
    const { fake, databases } = await start();
    const body = "apiVersion: example.com/v1\nkind: Database\nmetadata: { name: a }\n";
    await databases.patch("a", { type: "apply", body }, { fieldManager: "test" });
    expect(fake.actions()[0]?.object).toBe(body);
  });
});

describe("reactors", () => {
  // client-go: controller-runtime fake: interceptor
  it("answer in place of the server; the first that handles an action wins", async () => {
    const { fake, databases } = await start();
    const asked: string[] = [];
    fake.addReactor({
      verb: "get",
      resource: "databases",
      react: ({ name }) => {
        asked.push(`second ${name}`);
        return { object: database(name, { spec: { size: 2 } }) };
      },
    });
    fake.prependReactor({
      react: ({ name }) => {
        asked.push(`first ${name}`);
        return name === "mine" ? { object: database(name, { spec: { size: 1 } }) } : undefined;
      },
    });
    expect((await databases.get("mine")).spec).toEqual({ size: 1 });
    expect((await databases.get("other")).spec).toEqual({ size: 2 });
    expect(asked).toEqual(["first mine", "first other", "second other"]);
  });

  // client-go: Test_resourceCovers
  it.each([
    [{ verb: "*", resource: "*" }, true],
    [{ verb: "update", resource: "databases" }, false],
    [{ verb: "update", resource: "databases/status" }, true],
    [{ verb: "update", resource: "*/status" }, true],
    [{ verb: "create", resource: "*" }, false],
    [{ resource: "queues" }, false],
  ] as const)("for %j on an update of the status: %j", async (match, expected) => {
    const { fake, databases } = await start({ objects: [database("a")] });
    const found = await databases.get("a");
    const boom = new Error("boom");
    fake.prependReactor({ ...match, react: () => ({ error: boom }) });
    const result = await databases.updateStatus(found).catch((error: unknown) => error);
    expect(result === boom).toBe(expected);
  });

  it("send ApiErrors as the server's Status", async () => {
    const { fake, databases } = await start();
    const status = { code: 404, reason: "NotFound", message: "nothing here" };
    fake.prependReactor({ verb: "get", react: () => ({ error: new ApiError(status) }) });
    const error = await databases.get("a").catch((caught: unknown) => caught);
    expect(isNotFound(error) && error.message).toBe("nothing here");
  });

  // client-go: TestFake, TestRaceFreeFake
  it("let tests send the events of a watch", async () => {
    const { fake, databases } = await start();
    const watcher = new FakeWatcher();
    watcher.add(database("early"));
    fake.prependWatchReactor({ resource: "databases", react: () => ({ watch: watcher }) });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of databases.watch()) seen.push(event.type);
    })();
    watcher.modify(database("early"));
    watcher.delete(database("early"));
    watcher.stop();
    await reading;
    expect(seen).toEqual(["ADDED", "MODIFIED", "DELETED"]);
    expect(() => watcher.add(database("late"))).toThrow("stopped");
    expect(fake.actions().map(({ verb }) => verb)).toEqual(["watch"]);
  });

  it("end a watch with an error, and with the client's abort", async () => {
    const { fake, databases } = await start();
    const watcher = new FakeWatcher();
    fake.prependWatchReactor({ react: () => ({ watch: watcher }) });
    watcher.error({ code: 410, reason: "Expired", message: "too old" });
    const read = async (signal?: AbortSignal): Promise<void> => {
      for await (const _event of databases.watch(signal === undefined ? {} : { signal }));
    };
    await expect(read()).rejects.toMatchObject({ status: { code: 410 } });
    const client = new AbortController();
    const reading = read(client.signal);
    const reason = new Error("enough");
    client.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});

describe("informers", () => {
  it("list and watch where a reactor may answer: it is asked for both, of a kind that the server has not, too", async () => {
    const { fake } = await start();
    const watcher = new FakeWatcher();
    const pod = (name: string) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name, namespace: "default", uid: name, resourceVersion: "1" },
    });
    const metadata = { resourceVersion: "1" };
    const object = { apiVersion: "v1", kind: "PodList", metadata, items: [pod("listed")] };
    fake.prependReactor({ verb: "list", resource: "pods", react: () => ({ object }) });
    fake.prependWatchReactor({ resource: "pods", react: () => ({ watch: watcher }) });
    const client = CoreClientset.forConfig(fake.config);
    const informer = newPodInformer({ client, options: { namespace: "default" } });
    const watched = new Promise<void>((resolve) => {
      informer.addEventHandler({
        onAdd: (_pod, isInInitialList) => {
          if (!isInInitialList) resolve();
        },
      });
    });
    const stop = new AbortController();
    const running = informer.run(stop.signal);
    watcher.add(pod("watched"));
    await watched;
    expect(informer.indexer.list().map((each) => each.metadata.name)).toEqual([
      "listed",
      "watched",
    ]);
    expect(fake.actions().map(({ verb }) => verb)).toEqual(["list", "watch"]);
    stop.abort();
    await running;
  });

  it("begin with a watch where no reactor may answer", async () => {
    const { fake } = await start();
    fake.prependReactor({ verb: "list", resource: "pods", react: () => undefined });
    const client = CoreClientset.forConfig(fake.config);
    const informer = newConfigMapInformer({ client });
    const stop = new AbortController();
    const running = informer.run(stop.signal);
    await vi.waitFor(() => expect(informer.hasSynced()).toBe(true));
    expect(fake.actions().map(({ verb }) => verb)).toEqual(["watch"]);
    stop.abort();
    await running;
  });
});

describe("the server behind it", () => {
  it("defines the kinds that it does not serve; a version that a definition does not serve is not there", async () => {
    const crd: CustomResourceDefinition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "databases.example.com" },
      spec: {
        group: "example.com",
        names: { kind: "Database", plural: "databases" },
        scope: "Namespaced",
        versions: ["v1", "v1beta1"].map((name) => ({
          name,
          served: name === "v1",
          storage: name === "v1",
          schema: { openAPIV3Schema: { type: "object" } },
        })),
      },
    };
    const beta = { ...resource, version: "v1beta1" };
    const other = { ...beta, kind: "Backup", resource: "backups" };
    const fake = await Fake.start({ crds: [crd], resources: [resource, beta, other] });
    expect([resource, beta, other].map((one) => fake.server.serves(one))).toEqual([
      true,
      false,
      true,
    ]);
  });

  // client-go: dynamic fake: TestGet
  it("takes objects in namespaces that nobody made, and more of them later", async () => {
    const { fake, databases } = await start();
    await fake.addObjects([database("b", { status: { phase: "Ready" } })]);
    expect((await databases.get("b")).status).toEqual({ phase: "Ready" });
    expect(fake.actions().map(({ verb }) => verb)).toEqual(["get"]);
  });

  it("says which object cannot be added, and why", async () => {
    const { fake } = await start();
    const unknown = { apiVersion: "example.com/v1", kind: "Queue", metadata: { name: "q" } };
    await expect(fake.addObjects([unknown])).rejects.toThrow(
      "objects[0]: example.com/v1 Queue is not served: is its CRD among those that are installed?",
    );
  });

  it("has faults", async () => {
    const { fake, databases } = await start();
    fake.server.faults.on({ verb: "list", nth: 1 }, { type: "reset", when: "before" });
    expect((await databases.list()).items).toEqual([]);
    expect(fake.actions()).toHaveLength(2);
  });
});

describe("clients of built-in kinds over a fake", () => {
  it("write to its server, keep their actions, and are stopped by its reactors", async () => {
    const { fake, databases } = await start();
    await databases.create(database("orders"));
    const configMaps = CoreClientset.forConfig(fake.config).coreV1().configMaps("default");
    await configMaps.create({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "orders" },
      data: { host: "orders.example.com" },
    });
    expect(fake.actions().map(({ verb, resource: of, name }) => [verb, of, name])).toEqual([
      ["create", "databases", "orders"],
      ["create", "configmaps", "orders"],
    ]);
    expect((await configMaps.get("orders")).data).toEqual({ host: "orders.example.com" });
    const down = new Error("the network is down");
    fake.prependReactor({ verb: "get", resource: "configmaps", react: () => ({ error: down }) });
    await expect(configMaps.get("orders")).rejects.toBe(down);
  });

  it("read the same log of every pod, and the one that a reactor answers with", async () => {
    const { fake } = await start();
    const pods = CoreClientset.forConfig(fake.config).coreV1().pods("default");
    expect(await pods.getLogs("web", { container: "app", tailLines: 5 }).text()).toBe("fake logs");
    expect(fake.actions()).toEqual([
      expect.objectContaining({
        verb: "get",
        resource: "pods",
        subresource: "log",
        namespace: "default",
        name: "web",
        options: { container: "app", tailLines: "5" },
      }),
    ]);
    fake.addReactor({
      verb: "get",
      resource: "pods/log",
      react: ({ name }) => (name === "web" ? { text: "ready\nserving\n" } : undefined),
    });
    expect(await pods.getLogs("web").text()).toBe("ready\nserving\n");
    expect(await pods.getLogs("other").text()).toBe("fake logs");
    const status = { code: 400, reason: "BadRequest", message: "container x is not valid" };
    fake.prependReactor({ resource: "pods/log", react: () => ({ error: new ApiError(status) }) });
    await expect(pods.getLogs("web").text()).rejects.toThrow("container x is not valid");
  });

  it("follow a log whose parts a reactor sends", async () => {
    const { fake } = await start();
    async function* parts(): AsyncGenerator<string> {
      yield "rea";
      yield "dy\nserving\n";
      await new Promise(() => {});
    }
    fake.addReactor({ resource: "pods/log", react: () => ({ text: parts() }) });
    const pods = CoreClientset.forConfig(fake.config).coreV1().pods("default");
    const seen: string[] = [];
    for await (const line of pods.getLogs("web", { follow: true }).lines()) {
      seen.push(line);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(["ready", "serving"]);
  });
});
