import { once } from "node:events";
import { deletionHandlingKey } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";
import { explain } from "./explain.js";
import { loadKubeConfig } from "./kube-config.js";

// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=list;watch

/** Watches the Databases of all namespaces until Ctrl-C, and reads them from the informer's cache. */
async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());

  const factory = new SharedInformerFactory(Clientset.forConfig(loadKubeConfig()));
  const databases = factory.example().v1().databases();
  const handler = databases.informer().addEventHandler({
    onAdd: ({ metadata }) => console.log(`added ${metadata.namespace}/${metadata.name}`),
    onUpdate: (old, { metadata, spec }) =>
      console.log(
        `changed ${metadata.namespace}/${metadata.name}: user ${old.spec.user} -> ${spec.user}`,
      ),
    // The object, or the last state known of it when the deletion itself was missed.
    onDelete: (object) => console.log(`deleted ${deletionHandlingKey(object)}`),
  });

  factory.start(stop.signal);
  await factory.waitForCacheSync(stop.signal);
  // False when the wait was ended by Ctrl-C: the cache has nothing to tell yet.
  if (await handler.whenSynced(stop.signal)) {
    const cached = databases.lister().databases("default").list();
    const names = cached.map(({ metadata }) => metadata.name);
    console.log(`in the namespace default: ${names.sort().join(", ")}`);
  }

  if (!stop.signal.aborted) await once(stop.signal, "abort");
  await factory.shutdown();
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
