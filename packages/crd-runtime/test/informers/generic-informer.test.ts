import { describe, expect, it } from "vitest";
import { genericInformer, SharedInformerFactoryBase } from "../../src/informers/index.js";
import type { GroupVersionResource, KubernetesObject } from "../../src/meta/index.js";
import type { ListOptions } from "../../src/rest/index.js";
import { FakeSource } from "../cache/fake-source.js";
import { thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";

const things: GroupVersionResource = { group: "example.com", version: "v1", resource: "things" };

/** The informer of a resource of which only the name is known. */
function genericOf(options: {
  readonly supportsWatchList?: boolean;
  readonly tweakListOptions?: (options: ListOptions) => ListOptions;
}) {
  const { supportsWatchList = true, tweakListOptions } = options;
  const clock = new FakeClock();
  const source = new FakeSource<KubernetesObject>({ supportsWatchList });
  const factory = new SharedInformerFactoryBase({ clock, tweakListOptions });
  const informers = {
    "things.v1.example.com": () => factory.informerFor(things, source),
  };
  const generic = genericInformer({ factory, resource: things, informers });
  return { clock, source, factory, generic };
}

describe("the informer of a resource known at run time", () => {
  // client-go: TestDynamicSharedInformerFactory
  it("hears of adds, updates and deletes, and fills its lister", async () => {
    const { clock, source, factory, generic } = genericOf({});
    const log: string[] = [];
    generic.informer().addEventHandler({
      onAdd: ({ metadata }) => void log.push(`add ${metadata.name}`),
      onUpdate: (_, { metadata }) => void log.push(`update ${metadata.name}`),
      onDelete: () => void log.push("delete"),
    });
    factory.start();
    await factory.waitForCacheSync();
    source.put(thing({ name: "a" }));
    source.put(thing({ name: "a" }));
    await clock.settle();
    expect(generic.lister().namespace("default").get("a").metadata.resourceVersion).toBe("2");
    source.remove(thing({ name: "a" }));
    await clock.settle();
    expect(log).toEqual(["add a", "update a", "delete"]);
    await factory.shutdown();
  });

  // client-go: TestFilteredDynamicSharedInformerFactory
  it("asks for what the factory's tweak says", async () => {
    const { source, factory } = genericOf({
      tweakListOptions: (options) => ({ ...options, labelSelector: "tier=db" }),
    });
    factory.informerFor(things, source);
    factory.start();
    await factory.waitForCacheSync();
    expect(source.calls.map(({ options }) => options.labelSelector)).toEqual(["tier=db"]);
    await factory.shutdown();
  });

  // client-go: TestWatchListSemanticsSimple
  // client-go: TestUnSupportWatchListSemantics
  // client-go: TestToListWatcherWithWatchListSemantics
  // client-go: TestDoesClientNotSupportWatchListSemantics
  it.each([
    [true, false, ["watch"]],
    [false, false, ["list", "watch"]],
    [true, true, ["watch"]],
    [false, true, ["list", "watch"]],
  ])("streams existing objects if its client can: %s, tweaked: %s", async (can, tweaks, verbs) => {
    const { clock, source, factory, generic } = genericOf({
      supportsWatchList: can,
      ...(tweaks ? { tweakListOptions: (options) => options } : {}),
    });
    source.put(thing({ name: "a" }));
    generic.informer();
    factory.start();
    await factory.waitForCacheSync();
    await clock.settle();
    expect(source.calls.map(({ verb }) => verb)).toEqual(verbs);
    expect(generic.lister().list()).toHaveLength(1);
    await factory.shutdown();
  });

  it("is refused for a resource that the factory does not have", () => {
    const { factory } = genericOf({});
    const pods = { group: "", version: "v1", resource: "pods" };
    expect(() => genericInformer({ factory, resource: pods, informers: {} })).toThrow(
      "informer pods.v1: the factory has no such informer",
    );
  });
});
