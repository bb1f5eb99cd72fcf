import { describe, expect, it } from "vitest";
import {
  DeletedFinalStateUnknown,
  IndexError,
  KeyError,
  metaNamespaceIndex,
  namespaceIndex,
  Store,
} from "../../src/cache/index.js";
import { type Thing, thing } from "./objects.js";

const byLabels = {
  labels: (object: {
    readonly metadata: { readonly labels?: Readonly<Record<string, string>> | undefined };
  }) => Object.values(object.metadata.labels ?? {}),
};

function labelled(name: string, ...values: readonly string[]): Thing {
  return thing({
    name,
    labels: Object.fromEntries(values.map((value, at) => [`key-${at}`, value])),
  });
}

describe("a store", () => {
  // client-go: TestCache
  // client-go: TestTypedIndexer
  it("adds, updates, deletes and replaces by key", () => {
    const store = new Store<Thing>();
    store.add(thing({ name: "a", value: 1 }));
    store.update(thing({ name: "b" }));
    store.update(thing({ name: "a", value: 2 }));
    expect(store.getByKey("default/a")?.spec?.value).toBe(2);
    expect(store.get(thing({ name: "a" }))?.spec?.value).toBe(2);
    expect(store.listKeys().sort()).toEqual(["default/a", "default/b"]);
    store.delete(thing({ name: "unknown" }));
    store.delete(thing({ name: "a" }));
    store.delete(new DeletedFinalStateUnknown<Thing>({ key: "default/b", object: undefined }));
    expect(store.size).toBe(0);
    store.replace([thing({ name: "c" }), thing({ name: "d", namespace: "" })], "9");
    expect(store.listKeys()).toEqual(["default/c", "d"]);
  });

  it("hands out the stored object itself", () => {
    const store = new Store<Thing>();
    const object = thing({ name: "a" });
    store.add(object);
    expect(store.getByKey("default/a")).toBe(object);
  });

  // client-go: TestThreadSafeStoreRV
  it("keeps the version of the last write, lists and bookmarks included", () => {
    const store = new Store<Thing>();
    const versions = [store.resourceVersion];
    const then = (change: () => void): void => {
      change();
      versions.push(store.resourceVersion);
    };
    then(() => store.add(thing({ name: "a", resourceVersion: "10" })));
    then(() => store.update(thing({ name: "a", resourceVersion: "9" })));
    then(() => store.delete(thing({ name: "a", resourceVersion: "12" })));
    then(() => store.delete(new DeletedFinalStateUnknown<Thing>({ key: "x", object: undefined })));
    then(() => store.replace([], "15"));
    then(() => store.bookmark("16"));
    expect(versions).toEqual(["", "10", "9", "12", "12", "15", "16"]);
  });

  it("refuses objects without a key and stays as it was", () => {
    const store = new Store<Thing>();
    store.add(thing({ name: "a", resourceVersion: "1" }));
    expect(() => store.add({ metadata: {} })).toThrow(KeyError);
    expect(() => store.add({} as Thing)).toThrow(KeyError);
    expect(() => store.replace([thing({ name: "b" }), { metadata: {} }], "2")).toThrow(KeyError);
    expect([store.listKeys(), store.resourceVersion]).toEqual([["default/a"], "1"]);
  });

  it("takes names that objects have as members", () => {
    const store = new Store<Thing>({ indexers: byLabels });
    for (const name of ["__proto__", "constructor"]) {
      store.add(thing({ name, namespace: "", labels: { constructor: "__proto__" } }));
    }
    expect(store.listKeys()).toEqual(["__proto__", "constructor"]);
    expect(store.indexKeys("labels", "__proto__")).toEqual(["__proto__", "constructor"]);
  });

  it("can be read one object at a time while it changes", () => {
    const store = new Store<Thing>();
    for (const name of ["a", "b", "c"]) store.add(thing({ name }));
    const seen: string[] = [];
    for (const object of store.values()) {
      seen.push(object.metadata.name ?? "");
      store.delete(thing({ name: "b" }));
      if (seen.length === 2) store.replace([thing({ name: "z" })], "2");
    }
    expect(seen).toEqual(["a", "c"]);
  });

  // client-go trap: reading blocks the event loop
  it("is read in pages that let others have their turn", async () => {
    const store = new Store<Thing>();
    for (let at = 0; at < 5; at++) store.add(thing({ name: `thing-${at}` }));
    const log: string[] = [];
    setImmediate(() => log.push("other work"));
    for await (const page of store.pages(2)) log.push(`${page.length} objects`);
    expect(log).toEqual(["2 objects", "other work", "2 objects", "1 objects"]);
  });

  it("is replaced as a whole", () => {
    const store = new Store<Thing>({ indexers: byLabels });
    store.add(labelled("old", "red"));
    const replacement = store.beginReplace();
    replacement.add(labelled("new", "blue"));
    store.addIndexers({ [namespaceIndex]: metaNamespaceIndex });
    expect([store.listKeys(), store.indexKeys("labels", "blue")]).toEqual([["default/old"], []]);
    replacement.commit("7");
    expect(store.listKeys()).toEqual(["default/new"]);
    expect(store.listIndexFuncValues("labels")).toEqual(["blue"]);
    expect(store.indexKeys(namespaceIndex, "default")).toEqual(["default/new"]);
  });
});

describe("an index", () => {
  // client-go: TestGetIndexFuncValues
  // client-go: TestMultiIndexKeys
  // client-go: TestThreadSafeStoreIndexingFunctionsWithMultipleValues
  it("follows objects through many values", () => {
    const store = new Store<Thing>({ indexers: byLabels });
    store.add(labelled("one", "red", "blue"));
    store.add(labelled("two", "red"));
    store.add(labelled("three", "blue", "blue", "green"));
    expect(store.indexKeys("labels", "red")).toEqual(["default/one", "default/two"]);
    expect(store.byIndex("labels", "blue").map((object) => object.metadata.name)).toEqual([
      "one",
      "three",
    ]);
    store.update(labelled("three", "red"));
    store.update(labelled("two", "red", "green"));
    expect(store.indexKeys("labels", "red")).toEqual([
      "default/one",
      "default/three",
      "default/two",
    ]);
    expect(store.indexKeys("labels", "blue")).toEqual(["default/one"]);
    expect(store.indexKeys("labels", "green")).toEqual(["default/two"]);
    store.delete(labelled("one"));
    store.update(labelled("two"));
    expect(store.listIndexFuncValues("labels")).toEqual(["red"]);
  });

  // client-go trap: leaking index values
  // client-go: TestThreadSafeStoreDeleteRemovesEmptySetsFromIndex
  // client-go: TestThreadSafeStoreAddKeepsNonEmptySetPostDeleteFromIndex
  it("keeps no value that no object has, and one that some object still has", () => {
    const store = new Store<Thing>({ indexers: byLabels });
    for (let at = 0; at < 100; at++) {
      store.add(labelled(`thing-${at}`, `once-${at}`, "always"));
      if (at > 0) store.delete(thing({ name: `thing-${at}` }));
    }
    expect(store.listIndexFuncValues("labels").sort()).toEqual(["always", "once-0"]);
    store.delete(thing({ name: "thing-0" }));
    expect(store.listIndexFuncValues("labels")).toEqual([]);
  });

  // client-go: TestIndex
  it("finds the objects that share a value", () => {
    const store = new Store<Thing>({ indexers: byLabels });
    store.add(labelled("a", "red", "blue"));
    store.add(labelled("b", "red", "blue"));
    store.add(labelled("c", "green"));
    const found = store.index("labels", labelled("any", "blue", "red"));
    expect(found.map((object) => object.metadata.name)).toEqual(["a", "b"]);
  });

  // client-go: TestIndexer
  it("can be added to objects that are there", () => {
    const store = new Store<Thing>();
    store.add(labelled("a", "red"));
    store.addIndexers(byLabels);
    store.add(labelled("b", "red"));
    expect(store.indexKeys("labels", "red")).toEqual(["default/a", "default/b"]);
    expect(() => store.addIndexers(byLabels)).toThrow('index "labels" exists already');
    expect(store.indexNames()).toEqual(["labels"]);
  });

  // client-go: BenchmarkIndexer
  it("is computed once for each write, whatever is there already", () => {
    let computed = 0;
    const store = new Store<Thing>({
      indexers: {
        counted: (object) => {
          computed++;
          return [String(object.spec?.value)];
        },
      },
    });
    store.replace(Array.from({ length: 1_000 }, (_, at) => thing({ name: `thing-${at}` })));
    computed = 0;
    for (let at = 0; at < 100; at++) store.update(thing({ name: `thing-${at}`, value: at }));
    for (let at = 0; at < 100; at++) store.delete(thing({ name: `thing-${at}` }));
    expect(computed).toBe(100);
  });

  it("has to exist", () => {
    const store = new Store<Thing>();
    expect(() => store.byIndex("none", "x")).toThrow('index "none" does not exist');
    expect(() => store.index("none", thing({ name: "a" }))).toThrow(IndexError);
    expect(() => store.indexKeys("constructor", "x")).toThrow(IndexError);
    expect(store.listIndexFuncValues("none")).toEqual([]);
  });

  it("is not fooled by an object that was mutated", () => {
    const store = new Store<Thing>({ indexers: byLabels });
    const object = labelled("a", "red");
    store.add(object);
    object.metadata.labels = { mutated: "blue" };
    store.update(labelled("a", "green"));
    expect(store.listIndexFuncValues("labels")).toEqual(["green"]);
  });

  it("that fails leaves everything as it was", () => {
    const cause = new Error("no such member");
    const fails = (object: {
      readonly metadata: { readonly name?: string | undefined };
    }): string[] => {
      if (object.metadata.name === "bad") throw cause;
      return ["x"];
    };
    const store = new Store<Thing>({ indexers: { fails } });
    store.add(thing({ name: "good" }));
    expect(() => store.add(thing({ name: "bad" }))).toThrow('index "fails" failed for default/bad');
    expect([store.size, store.indexKeys("fails", "x")]).toEqual([1, ["default/good"]]);
    const plain = new Store<Thing>();
    plain.add(thing({ name: "bad" }));
    expect(() => plain.addIndexers({ works: () => [], fails })).toThrow(IndexError);
    expect(plain.indexNames()).toEqual([]);
  });

  it("that fails misses the object when somebody hears of it", () => {
    const errors: IndexError[] = [];
    const store = new Store<Thing>({
      indexers: {
        fails: () => {
          throw new Error("cannot");
        },
        [namespaceIndex]: metaNamespaceIndex,
      },
      onIndexError: (error) => errors.push(error),
    });
    store.add(thing({ name: "a" }));
    expect([store.size, store.listIndexFuncValues("fails"), errors.length]).toEqual([1, [], 1]);
    expect(store.indexKeys(namespaceIndex, "default")).toEqual(["default/a"]);
  });
});
