import type { DeletedFinalStateUnknown, DeepReadonly, Persisted, RestClient } from "crd-runtime";
import type { Database } from "./apis/example.com/v1/types.js";
import { Clientset, type ClientsetInterface } from "./client/clientset/clientset.js";
import {
  type DatabaseEventHandler,
  newClusterInformer,
  newDatabaseInformer,
} from "./client/informers/example.com/v1.js";
import { SharedInformerFactory } from "./client/informers/factory.js";
import { newClusterLister } from "./client/listers/example.com/v1.js";

/** Runs informers, typed and by resource, of all namespaces and of one. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const { signal } = input;
  const client: ClientsetInterface = new Clientset(input.rest);
  const seen: string[] = [];
  const factory = new SharedInformerFactory(client, {
    resyncPeriodMs: 30_000,
    tweakListOptions: (options) => ({ ...options, labelSelector: "color" }),
  });
  const databases = factory.example().v1().databases();
  databases.informer().addEventHandler({
    onAdd(database: DeepReadonly<Persisted<Database>>, isInInitialList: boolean) {
      seen.push(`${database.metadata.name} ${isInInitialList}`);
    },
    onDelete(database: DeepReadonly<Persisted<Database>> | DeletedFinalStateUnknown<Database>) {
      seen.push(String(database));
    },
  });
  const generic = factory.forResource({
    group: "example.com",
    version: "v1",
    resource: "clusters",
  });
  factory.start(signal);
  const { synced } = await factory.waitForCacheSync(signal);
  const shared = factory.example().v1().databases().informer() === databases.informer();
  const { informer } = factory.example().v1().databases("default");
  const apart = informer() !== databases.informer();
  const clusters = generic.lister().list();
  let unknown = "";
  try {
    factory.forResource({ group: "example.com", version: "v2", resource: "databases" });
  } catch (error) {
    unknown = String(error);
  }
  await factory.shutdown();

  const one = new SharedInformerFactory(client, { namespace: "default" });
  const some = one.example().v1().databases();
  some.informer();
  one.example().v1().clusters().informer();
  one.start(signal);
  await one.waitForCacheSync(signal);
  const inDefault = some.lister().list();
  await one.shutdown();

  const own = await ownInformers({ client, signal });
  return {
    synced,
    shared,
    apart,
    seen,
    own,
    clusters: clusters.length,
    inDefault: inDefault.map(({ metadata }) => metadata.name),
    unknown,
  };
}

/** Informers that no factory shares. */
async function ownInformers(input: {
  readonly client: ClientsetInterface;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const { client } = input;
  const controller = new AbortController();
  const signal = AbortSignal.any([input.signal, controller.signal]);
  const seen: string[] = [];
  const handler: DatabaseEventHandler = {
    onAdd(database) {
      seen.push(`${database.metadata.name} ${database.metadata.annotations?.["seen"]}`);
    },
  };
  const databases = newDatabaseInformer({
    client,
    options: {
      namespace: "default",
      tweakListOptions: (options) => ({ ...options, labelSelector: "color=red" }),
      indexers: { size: ({ spec }) => [String(spec.size ?? 0)] },
      transform: (database) => ({
        ...database,
        metadata: { ...database.metadata, annotations: { seen: "yes" } },
      }),
    },
  });
  const registration = databases.addEventHandler(handler);
  const clusters = newClusterInformer({ client });
  const runs = [databases.run(signal), clusters.run(signal)];
  await registration.whenSynced(signal);
  await clusters.whenSynced(signal);
  const result = {
    seen,
    bySize: databases.indexer.byIndex("size", "1").map(({ metadata }) => metadata.name),
    clusters: newClusterLister(clusters.indexer).list().length,
    names: [databases.name, clusters.name],
  };
  controller.abort();
  await Promise.all(runs);
  return result;
}

/** What must not compile. */
export function typeErrors(input: {
  readonly factory: SharedInformerFactory;
  readonly client: ClientsetInterface;
}): void {
  const { factory, client } = input;
  const informers = factory.example().v1();
  const misnamed: DatabaseEventHandler = {
    // @ts-expect-error: there is no such event
    onChange() {},
  };
  informers.databases().informer().addEventHandler(misnamed);
  // @ts-expect-error: the client is that of the project
  newDatabaseInformer({ client: {} });
  // @ts-expect-error: a cluster-scoped kind is in no namespace
  newClusterInformer({ client, options: { namespace: "default" } });
  // Archive is never got; its lister reads the cache.
  informers.archives().lister();
  // @ts-expect-error: Ticket cannot be watched, so it has no informer
  informers.tickets;
  informers.databases().informer().addEventHandler({
    onUpdate(oldDatabase, newDatabase) {
      // @ts-expect-error: read-only
      newDatabase.spec.size = oldDatabase.spec.size;
    },
  });
}
