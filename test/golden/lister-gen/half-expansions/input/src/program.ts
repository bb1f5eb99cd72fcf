import type { RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

/** Calls the methods of expansions that are of one half of a lister. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const factory = new SharedInformerFactory(new Clientset(input.rest));
  const databases = factory.example().v1().databases().lister();
  const backups = factory.example().v1().backups().lister();
  factory.start(input.signal);
  await factory.waitForCacheSync(input.signal);
  return {
    namespaces: [...databases.namespaces()].sort(),
    one: databases.databases("default").get("one").metadata.name,
    has: [backups.backups("default").has("one"), backups.backups("default").has("two")],
    backups: backups.list().length,
  };
}
