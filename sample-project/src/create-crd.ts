import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { databaseCrd } from "./database-crd.js";
import { explain } from "./explain.js";
import { loadKubeConfig } from "./kube-config.js";

/** Creates the CustomResourceDefinition of Database from code, and waits until the server serves it. */
async function main(): Promise<void> {
  const crds = ApiextensionsClientset.forConfig(loadKubeConfig())
    .apiextensionsV1()
    .customResourceDefinitions();

  const { metadata } = await crds.createOrUpdate(databaseCrd);
  const established = await crds.waitForEstablished(metadata.name, {
    signal: AbortSignal.timeout(60_000),
  });
  for (const { type, status, reason } of established.status?.conditions ?? []) {
    console.log(`${metadata.name}: ${type}=${status} (${reason})`);
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
