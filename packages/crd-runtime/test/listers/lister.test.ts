import { describe, expect, it } from "vitest";
import { metaNamespaceIndex, namespaceIndex, Store } from "../../src/cache/index.js";
import { Selector, SelectorError } from "../../src/labels/index.js";
import { Lister } from "../../src/listers/index.js";
import { ApiError } from "../../src/rest/index.js";
import { type Thing, thing } from "../cache/objects.js";

const resource = { group: "example.com", resource: "things" };

function listerOf(options: { readonly indexed: boolean }) {
  const indexers = options.indexed ? { [namespaceIndex]: metaNamespaceIndex } : {};
  const store = new Store<Thing>({ indexers });
  store.add(thing({ name: "a", namespace: "one", labels: { tier: "db" } }));
  store.add(thing({ name: "b", namespace: "one" }));
  store.add(thing({ name: "a", namespace: "two", labels: { tier: "web" } }));
  store.add(thing({ name: "cluster", namespace: "" }));
  return { store, lister: new Lister(store, resource) };
}

/** 100,000 objects in 100 namespaces. */
function large() {
  const store = new Store<Thing>({ indexers: { [namespaceIndex]: metaNamespaceIndex } });
  const objects = Array.from({ length: 100_000 }, (_, at) =>
    thing({
      name: `thing-${at}`,
      namespace: `ns-${at % 100}`,
      labels: { even: String(at % 2 === 0) },
    }),
  );
  store.replace(objects);
  return { lister: new Lister(store, resource) };
}

const keys = (
  objects: readonly {
    readonly metadata: {
      readonly name?: string | undefined;
      readonly namespace?: string | undefined;
    };
  }[],
) => objects.map(({ metadata }) => `${metadata.namespace ?? ""}/${metadata.name}`);

describe("a lister", () => {
  // client-go: TestListerListMethod
  it("lists by labels, in every form of a selector", () => {
    const { lister } = listerOf({ indexed: true });
    expect(keys(lister.list())).toEqual(["one/a", "one/b", "two/a", "/cluster"]);
    expect(keys(lister.list("tier"))).toEqual(["one/a", "two/a"]);
    expect(keys(lister.list({ matchLabels: { tier: "web" } }))).toEqual(["two/a"]);
    expect(keys(lister.list("tier notin (db)"))).toEqual(["one/b", "two/a", "/cluster"]);
    expect(lister.list(Selector.nothing)).toEqual([]);
    expect(() => lister.list("a in")).toThrow(SelectorError);
  });

  // client-go: TestNamespaceListMethod
  it.each([true, false])("lists one namespace, with its index: %s", (indexed) => {
    const { lister } = listerOf({ indexed });
    expect(keys(lister.namespace("one").list())).toEqual(["one/a", "one/b"]);
    expect(keys(lister.namespace("one").list("tier=db"))).toEqual(["one/a"]);
    expect(lister.namespace("none").list()).toEqual([]);
    expect(lister.namespace("").list()).toHaveLength(4);
  });

  // client-go: BenchmarkLister_Match
  it("looks at no other namespace when there is an index", () => {
    const { store, lister } = listerOf({ indexed: true });
    store.values = () => expect.unreachable("all objects were looked at");
    expect(keys(lister.namespace("one").list())).toEqual(["one/a", "one/b"]);
  });

  // client-go: TestListAll
  it("lists all, some or none of 100,000 objects", () => {
    const { lister } = large();
    expect(lister.list()).toHaveLength(100_000);
    expect(lister.list("even=true")).toHaveLength(50_000);
    expect(lister.list("even=maybe")).toHaveLength(0);
    expect(lister.namespace("ns-7").list("even=true")).toHaveLength(0);
    expect(lister.namespace("ns-8").list("even=true")).toHaveLength(1_000);
  });

  it.each([
    ["all", undefined, 200],
    ["some", "even=true", 100],
    ["none", "even=maybe", 0],
  ])("lets others have their turn while %s of them are read", async (_, selector, pages) => {
    const { lister } = large();
    let turns = 0;
    let immediate = setImmediate(function turn() {
      turns++;
      immediate = setImmediate(turn);
    });
    let read = 0;
    for await (const page of lister.pages({ selector })) {
      expect(page).toHaveLength(500);
      read++;
    }
    clearImmediate(immediate);
    expect(read).toBe(pages);
    expect(turns).toBeGreaterThanOrEqual(199);
  });

  it("is read in pages of any size, of one namespace too", async () => {
    const { lister } = listerOf({ indexed: true });
    const sizes: number[] = [];
    for await (const page of lister.pages({ size: 3 })) sizes.push(page.length);
    for await (const page of lister.namespace("one").pages()) sizes.push(page.length);
    for await (const page of lister.pages({ selector: Selector.nothing })) sizes.push(page.length);
    expect(sizes).toEqual([3, 1, 2]);
    await expect(lister.pages({ size: 0 }).next()).rejects.toThrow(RangeError);
    await expect(lister.pages({ selector: "a in" }).next()).rejects.toThrow(SelectorError);
  });

  // client-go: TestListerGetMethod
  // client-go: TestNamespaceGetMethod
  it("gets the stored object", () => {
    const { store, lister } = listerOf({ indexed: true });
    expect(lister.namespace("two").get("a")).toBe(store.getByKey("two/a"));
    expect(lister.get("cluster").metadata.name).toBe("cluster");
  });

  it("fails for what is not there as the server does", () => {
    const { lister } = listerOf({ indexed: true });
    const status = {
      apiVersion: "v1",
      kind: "Status",
      metadata: {},
      status: "Failure",
      message: 'things.example.com "x" not found',
      reason: "NotFound",
      details: { name: "x", group: "example.com", kind: "things" },
      code: 404,
    };
    for (const get of [() => lister.get("x"), () => lister.namespace("one").get("x")]) {
      expect(get).toThrow(ApiError);
      expect(get).toThrow(expect.objectContaining({ status }));
    }
    const core = new Lister(new Store<Thing>(), { group: "", resource: "pods" });
    expect(() => core.get("x")).toThrow('pods "x" not found');
  });

  it("reads any index, and one object at a time", () => {
    const { store, lister } = listerOf({ indexed: true });
    store.addIndexers({ tier: (object) => [object.metadata.labels?.["tier"] ?? ""] });
    expect(keys(lister.byIndex("tier", "db"))).toEqual(["one/a"]);
    expect(lister.values().next().value?.metadata.name).toBe("a");
    expect(lister.namespace("two").values("tier").next().done).toBe(false);
  });
});
