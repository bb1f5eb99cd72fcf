import { isNotFound, type RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";
import type { DatabaseNamespaceLister } from "./client/listers/example.com/v1.js";

/** Reads caches through listers. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const factory = new SharedInformerFactory(new Clientset(input.rest));
  const databases = factory.example().v1().databases();
  const clusters = factory.example().v1().clusters();
  databases.informer();
  clusters.informer();
  factory.start(input.signal);
  const { synced } = await factory.waitForCacheSync(input.signal);

  const inDefault: DatabaseNamespaceLister = databases.lister().databases("default");
  const one = inDefault.get("one");
  let missing: unknown;
  try {
    inDefault.get("two");
  } catch (error) {
    missing = error;
  }
  const names = (objects: readonly { readonly metadata: { readonly name: string } }[]) =>
    objects.map(({ metadata }) => metadata.name).sort();
  return {
    synced,
    one: one.metadata.uid,
    missing: isNotFound(missing) ? missing.message : missing,
    all: names(databases.lister().list()),
    red: names(databases.lister().list("color=red")),
    blue: names(databases.lister().list({ matchLabels: { color: "blue" } })),
    none: names(inDefault.list("color=blue")),
    clusters: names(clusters.lister().list()),
  };
}

/** What must not compile: what is read from a cache belongs to all. */
export function typeErrors(lister: DatabaseNamespaceLister): void {
  const database = lister.get("one");
  // @ts-expect-error: read-only
  database.spec.size = 2;
  // @ts-expect-error: read-only
  database.metadata.labels = {};
  for (const each of lister.list()) {
    // @ts-expect-error: read-only
    each.spec = {};
    // @ts-expect-error: read-only
    each.metadata.finalizers?.push("example.com/mine");
  }
}
