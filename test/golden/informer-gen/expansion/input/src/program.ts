import type { RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

/** Calls the method of a hand-written expansion. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const factory = new SharedInformerFactory(new Clientset(input.rest));
  const databases = factory.example().v1().databases();
  databases.informer();
  factory.start(input.signal);
  const synced = await databases.sync(input.signal);
  return { synced, listed: databases.lister().list().length };
}
