import type { RestClient } from "crd-runtime";
import { Clientset, type ClientsetInterface } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

/** Clients, informers and listers ask for the resource by its name. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const clientset: ClientsetInterface = new Clientset(input.rest);
  await clientset.exampleV1().indices("default").create({ metadata: { name: "one" }, spec: {} });
  const factory = new SharedInformerFactory(clientset);
  const indices = factory.example().v1().indices();
  indices.informer();
  factory.start(input.signal);
  await factory.waitForCacheSync(input.signal);
  const generic = factory.forResource({
    group: "example.com",
    version: "v1",
    resource: "indices",
  });
  return {
    cached: indices.lister().indices("default").get("one").metadata.name,
    missing: missing(() => indices.lister().indices("default").get("none")),
    generic: generic.informer().hasSynced(),
  };
}

function missing(get: () => unknown): string {
  try {
    get();
    return "nothing";
  } catch (error) {
    return String(error);
  }
}
