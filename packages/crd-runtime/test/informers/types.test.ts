import { expect, it } from "vitest";
import { type Indexer, type ListerWatcher, Store } from "../../src/cache/index.js";
import {
  type GenericInformer,
  newSharedIndexInformer,
  type SharedIndexInformer,
  SharedInformerFactoryBase,
  stripManagedFields,
} from "../../src/informers/index.js";
import { Lister } from "../../src/listers/index.js";
import type { KubernetesObject, Persisted } from "../../src/meta/index.js";
import { FakeSource } from "../cache/fake-source.js";
import type { Thing } from "../cache/objects.js";

// What is asserted here is mostly that it compiles.

const source = new FakeSource<Persisted<Thing>>();
const things = { group: "example.com", version: "v1", resource: "things" };

it("an informer of a kind is one of any object", () => {
  const factory = new SharedInformerFactoryBase({ transform: stripManagedFields });
  const informer: SharedIndexInformer<Persisted<Thing>> = factory.informerFor(things, source);
  const generic: GenericInformer = {
    informer: () => informer,
    lister: () => new Lister(informer.indexer, things),
  };
  expect(generic.informer().name).toBe("things.v1.example.com");
  expect(generic.lister().list()).toEqual([]);
});

it("a store of a kind is an indexer of any object", () => {
  const store = new Store<Persisted<Thing>>();
  const indexer: Indexer<KubernetesObject> = store;
  expect(indexer.size).toBe(0);
});

// client-go: TestTypedSharedIndexInformerGetTypedIndexer
it("cached objects cannot be changed, and are persisted", () => {
  const informer = newSharedIndexInformer({ name: "things", listerWatcher: source });
  informer.addEventHandler({
    onAdd(object) {
      const uid: string = object.metadata.uid;
      // @ts-expect-error a cached object is read-only
      object.metadata.name = uid;
    },
    onUpdate(oldObject, newObject) {
      // @ts-expect-error at every depth
      newObject.spec.value = oldObject.spec?.value ?? 0;
    },
    onDelete(deleted) {
      // @ts-expect-error a tombstone has no metadata
      return deleted.metadata;
    },
  });
  for (const object of informer.indexer.values()) {
    // @ts-expect-error a cached object is read-only
    object.metadata.labels = {};
  }
  // @ts-expect-error nobody but the informer writes to its cache
  expect(() => informer.indexer.replace([])).toThrow(
    "informer things: replace() was called on its cache, which only the informer may change",
  );
});

it("a client is a lister and watcher", () => {
  const client: ListerWatcher<KubernetesObject> = source;
  expect(client.supportsWatchList).toBe(true);
});
