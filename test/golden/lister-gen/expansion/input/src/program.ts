import type { RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

/** Calls the methods of hand-written expansions. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const factory = new SharedInformerFactory(new Clientset(input.rest));
  const databases = factory.example().v1().databases().lister();
  const clusters = factory.example().v1().clusters().lister();
  factory.start(input.signal);
  await factory.waitForCacheSync(input.signal);
  return {
    red: databases.list("color=red").map(({ metadata }) => metadata.name),
    largest: databases.largest()?.metadata.uid,
    has: [databases.databases("default").has("one"), databases.databases("default").has("two")],
    one: databases.databases("default").get("one").metadata.name,
    names: [...clusters.names()].sort(),
  };
}
