import { isAlreadyExists, isConflict } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { explain } from "./explain.js";
import { loadKubeConfig } from "./kube-config.js";

// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=create;update;list;delete

/** Creates, reads, replaces and deletes a Database through the typed client. */
async function main(): Promise<void> {
  const databases = Clientset.forConfig(loadKubeConfig()).exampleV1().databases("default");

  const created = await databases.create({
    metadata: { name: "invoices" },
    spec: { user: "invoices", passwordSecret: "invoices-password", encoding: "UTF8" },
  });
  console.log(`created ${created.metadata.name}, generation ${created.metadata.generation}`);

  const again = await databases
    .create({ ...created, metadata: { name: "invoices" } })
    .catch((error: unknown) => error);
  console.log(`a second one is refused: already exists ${isAlreadyExists(again)}`);

  const spec = { ...created.spec, user: "billing" };
  const updated = await databases.update({ ...created, spec });
  console.log(`changed ${updated.metadata.name}, generation ${updated.metadata.generation}`);

  const stale = await databases.update({ ...created, spec }).catch((error: unknown) => error);
  console.log(`an update of the old state is refused: conflict ${isConflict(stale)}`);

  const { items } = await databases.list({ fieldSelector: "metadata.name=invoices" });
  for (const item of items) console.log(`found ${item.metadata.name}, user ${item.spec.user}`);

  await databases.delete("invoices");
  console.log("deleted invoices");
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
