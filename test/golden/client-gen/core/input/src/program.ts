import { type RestClient, Scheme } from "crd-runtime";
import { addToScheme, groupVersion, resource } from "./apis/core/v1/zz_generated.register.js";
import { Clientset, type ClientsetInterface } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

/** The core group stands below /api, and its apiVersion is the version alone. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const clientset: ClientsetInterface = new Clientset(input.rest);
  const configMaps = clientset.coreV1().configMaps("default");
  await configMaps.create({ metadata: { name: "one" }, data: { a: "b" } });
  await configMaps.replace({ metadata: { name: "one" } });
  await configMaps.patch("one", { type: "merge", body: { data: { a: "c" } } });
  await configMaps.apply({ metadata: { name: "one" } }, { fieldManager: "me" });
  await configMaps.delete("one");
  await configMaps.deleteCollection({ labelSelector: "a=b" });
  const namespaces = clientset.coreV1().namespaces();
  await namespaces.get("default");
  await namespaces.updateStatus({ metadata: { name: "default" }, status: { phase: "Active" } });
  await namespaces.finalize("default", { metadata: { name: "default" } });

  const factory = new SharedInformerFactory(clientset);
  const informer = factory.core().v1().configMaps();
  informer.informer();
  factory.start(input.signal);
  await factory.waitForCacheSync(input.signal);
  const scheme = new Scheme();
  addToScheme(scheme);
  return {
    groupVersion,
    resource: resource("configmaps"),
    kinds: [...scheme.knownTypes(groupVersion).keys()],
    cached: informer.lister().configMaps("default").get("one").metadata.name,
    missing: missing(() => informer.lister().configMaps("default").get("none")),
    generic: factory.forResource({ ...groupVersion, resource: "configmaps" }).informer() ===
      informer.informer(),
  };
}

function missing(read: () => unknown): string {
  try {
    return String(read());
  } catch (error) {
    return String(error);
  }
}
