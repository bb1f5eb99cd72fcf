import {
  DynamicClient,
  DynamicSharedInformerFactory,
  type GroupVersionResource,
  isNotFound,
  type KubernetesObject,
  MetadataClient,
  MetadataSharedInformerFactory,
  type ResourceInformer,
  type RestConfig,
  type SharedInformerFactoryOptions,
  stripManagedFields,
} from "crd-runtime";
import type { EmbeddedApiServer } from "crd-testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { widget, widgetServer, widgets } from "./widgets.js";

let api: EmbeddedApiServer;
let stop: AbortController;
/** Paths and queries that the informers have sent. */
let sent: string[];

beforeEach(async () => {
  api = await widgetServer();
  stop = new AbortController();
  sent = [];
});

function recordedConfig(): RestConfig {
  const { config } = api;
  return {
    ...config,
    transport: {
      send: async (request) => {
        sent.push(request.path);
        if (config.transport === undefined) throw new TypeError("the embedded server has one");
        return await config.transport.send(request);
      },
    },
  };
}

const streamed = (path: string): boolean => path.includes("sendInitialEvents=true");

afterEach(async () => {
  stop.abort();
  await api.stop();
});

/** What both factories are to a test. */
interface Factory {
  forResource(
    resource: GroupVersionResource,
    namespace?: string,
  ): ResourceInformer<KubernetesObject>;
  start(signal?: AbortSignal): void;
  waitForCacheSync(signal?: AbortSignal): Promise<{ readonly synced: boolean }>;
  shutdown(): Promise<void>;
}

const factories: readonly (readonly [
  string,
  (options: SharedInformerFactoryOptions) => Factory,
])[] = [
  [
    "dynamic",
    (options) =>
      new DynamicSharedInformerFactory({
        ...options,
        client: DynamicClient.forConfig(recordedConfig()),
      }),
  ],
  [
    "metadata",
    (options) =>
      new MetadataSharedInformerFactory({
        ...options,
        client: MetadataClient.forConfig(recordedConfig()),
      }),
  ],
];

describe.each(factories)("a %s informer factory", (what, make) => {
  const create = (namespace: string, name: string, labels: Record<string, string> = {}) =>
    DynamicClient.forConfig(api.config)
      .resource(widgets)
      .namespace(namespace)
      .create(widget({ name, labels }));

  // client-go: TestDynamicSharedInformerFactory, TestMetadataSharedInformerFactory, TestWatchListSemanticsSimple
  it("tells of objects that are there and of what happens to them", async () => {
    await create("one", "a");
    const factory = make({});
    const { informer } = factory.forResource(widgets);
    expect(factory.forResource(widgets).informer()).toBe(informer());
    const log: string[] = [];
    let changed = (): void => {};
    const note = (line: string): void => {
      log.push(line);
      changed();
    };
    informer().addEventHandler({
      onAdd: ({ metadata }) => note(`add ${metadata.name}`),
      onUpdate: (_, { metadata }) => note(`update ${metadata.name}`),
      onDelete: (deleted) => note(`delete ${"metadata" in deleted ? deleted.metadata.name : "?"}`),
    });
    factory.start(stop.signal);
    expect((await factory.waitForCacheSync(stop.signal)).synced).toBe(true);
    expect(sent.every(streamed)).toBe(true);
    const all = new Promise<void>((resolve) => {
      changed = () => {
        if (log.length === 4) resolve();
      };
    });
    const client = DynamicClient.forConfig(api.config).resource(widgets).namespace("two");
    const created = await create("two", "b");
    await client.update({ ...created, spec: { replicas: 2 } });
    await client.delete("b");
    await all;
    expect(log).toEqual(["add a", "add b", "update b", "delete b"]);
    const kind = what === "dynamic" ? "Widget" : "PartialObjectMetadata";
    expect(informer().indexer.getByKey("one/a")?.kind).toBe(kind);
    await factory.shutdown();
  });

  // client-go: TestFilteredDynamicSharedInformerFactory, TestFilteredMetadataSharedInformerFactory
  it("keeps to its namespace, its list options and its transform", async () => {
    await create("one", "a", { tier: "db" });
    await create("one", "b");
    await create("two", "c", { tier: "db" });
    const factory = make({
      namespace: "one",
      tweakListOptions: (options) => ({ ...options, labelSelector: "tier=db" }),
      transform: stripManagedFields,
    });
    const { informer } = factory.forResource(widgets);
    factory.start(stop.signal);
    await factory.waitForCacheSync(stop.signal);
    expect(informer().indexer.listKeys()).toEqual(["one/a"]);
    expect(informer().indexer.list()[0]?.metadata.managedFields).toBeUndefined();
    await factory.shutdown();
  });

  it("has informers of other namespaces than its own, too", async () => {
    await create("one", "a");
    await create("two", "b");
    const factory = make({ namespace: "one" });
    const [own, two, all] = [undefined, "two", ""].map((namespace) =>
      factory.forResource(widgets, namespace).informer(),
    );
    expect(factory.forResource(widgets, "one").informer()).toBe(own);
    expect(factory.forResource(widgets, "two").informer()).toBe(two);
    factory.start(stop.signal);
    await factory.waitForCacheSync(stop.signal);
    const keys = [own, two, all].map((informer) => informer?.indexer.listKeys().sort());
    expect(keys).toEqual([["one/a"], ["two/b"], ["one/a", "two/b"]]);
    await factory.shutdown();
  });

  // client-go: TestUnSupportWatchListSemantics
  it("lists where existing objects cannot be streamed", async () => {
    await create("one", "a");
    const factory = make({ reflector: { watchList: false } });
    const { informer } = factory.forResource(widgets);
    factory.start(stop.signal);
    await factory.waitForCacheSync(stop.signal);
    expect(informer().indexer.listKeys()).toEqual(["one/a"]);
    expect(sent.some(streamed)).toBe(false);
    await factory.shutdown();
  });

  // client-go: TestListerGetMethod, TestListerListMethod, TestNamespaceGetMethod, TestNamespaceListMethod
  it("reads its cache through listers, of all namespaces and of one", async () => {
    await create("one", "a", { tier: "db" });
    await create("one", "b");
    await create("two", "c", { tier: "db" });
    const factory = make({});
    const { lister } = factory.forResource(widgets);
    factory.start(stop.signal);
    await factory.waitForCacheSync(stop.signal);
    const names = (
      objects: readonly { readonly metadata: { readonly name?: string | undefined } }[],
    ) => objects.map(({ metadata }) => metadata.name).sort();
    expect(names(lister().list())).toEqual(["a", "b", "c"]);
    expect(names(lister().list("tier=db"))).toEqual(["a", "c"]);
    expect(names(lister().namespace("one").list())).toEqual(["a", "b"]);
    expect(names(lister().namespace("one").list("tier=db"))).toEqual(["a"]);
    expect(lister().namespace("two").get("c").metadata.name).toBe("c");
    const absent = [() => lister().namespace("one").get("c"), () => lister().get("c")];
    for (const get of absent) expect(get).toThrow('widgets.example.com "c" not found');
    await factory.shutdown();
  });

  it("says what is wrong when there is no such resource", async () => {
    const errors: Error[] = [];
    const failed = new Promise<void>((resolve) => {
      const factory = make({
        onError: (error) => {
          errors.push(error);
          resolve();
        },
      });
      factory.forResource({ ...widgets, resource: "gadgets" });
      factory.start(stop.signal);
    });
    await failed;
    expect(isNotFound(errors[0]?.cause)).toBe(true);
    expect(errors[0]?.message).toContain("informer gadgets.v1.example.com");
  });
});
