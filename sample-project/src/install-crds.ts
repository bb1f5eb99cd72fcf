import { createOrUpdateCRDs } from "./apis/zz_generated.crd.js";
import { Clientset } from "./client/clientset/clientset.js";
import { explain } from "./explain.js";
import { loadKubeConfig } from "./kube-config.js";

/** Brings the CRDs of this project to the server, and waits until it serves them. */
async function main(): Promise<void> {
  const clientset = Clientset.forConfig(loadKubeConfig());
  const installed = await createOrUpdateCRDs(clientset, { signal: AbortSignal.timeout(60_000) });
  for (const { definition, change } of installed) {
    console.log(`${definition.metadata.name} is installed (${change})`);
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
