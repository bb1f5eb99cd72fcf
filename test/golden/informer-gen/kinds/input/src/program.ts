import type { DeletedFinalStateUnknown, DeepReadonly, Persisted, RestClient } from "crd-runtime";
import type { Database } from "./apis/example.com/v1/types.js";
import { Clientset, type ClientsetInterface } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

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
  return {
    synced,
    shared,
    seen,
    clusters: clusters.length,
    inDefault: inDefault.map(({ metadata }) => metadata.name),
    unknown,
  };
}

/** What must not compile. */
export function typeErrors(factory: SharedInformerFactory): void {
  const informers = factory.example().v1();
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
