import type { RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";

/** Calls the methods of hand-written expansions. */
export async function program(input: { readonly rest: RestClient }): Promise<unknown> {
  const clientset = new Clientset(input.rest).exampleV1();
  const databases = clientset.databases("default");
  const { metadata } = await databases.getOrCreate({ metadata: { name: "one" }, spec: {} });
  await databases.list();
  const clusters = clientset.clusters();
  const healthy = await clusters.isHealthy("main");
  await clusters.getHealth("main");
  await clientset.regions("default").ping("here");
  return { name: metadata.name, healthy: healthy ?? false };
}

/** What must not compile. */
export function typeErrors(clientset: Clientset): void {
  // @ts-expect-error: all namespaces can be listed and watched only
  clientset.exampleV1().databases().getOrCreate;
  // @ts-expect-error: Region has no verbs
  clientset.exampleV1().regions("default").get;
}
