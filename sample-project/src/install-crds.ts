import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  ApiextensionsClientset,
  type CustomResourceDefinition,
} from "crd-runtime/apiextensions/v1";
import { parseAllDocuments } from "yaml";
import { explain } from "./explain.js";
import { loadKubeConfig } from "./kube-config.js";

const folder = new URL("../config/crd/", import.meta.url);

/** Brings the CRDs of this project to the server, and waits until it serves them. */
async function main(): Promise<void> {
  const crds = ApiextensionsClientset.forConfig(loadKubeConfig())
    .apiextensionsV1()
    .customResourceDefinitions();
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter((file) =>
    /\.ya?ml$/.test(file),
  );
  if (files.length === 0) {
    throw new Error("There are no CRDs in config/crd. Generate them: npx plop regenerate");
  }
  for (const file of files.sort()) {
    const text = readFileSync(new URL(file, folder), "utf8");
    for (const document of parseAllDocuments(text)) {
      const [problem] = document.errors;
      if (problem !== undefined) throw new Error(`${file}: ${problem.message}`);
      const crd: CustomResourceDefinition | null = document.toJS();
      if (crd?.kind !== "CustomResourceDefinition") continue;
      const { metadata } = await crds.createOrUpdate(crd);
      await crds.waitForEstablished(metadata.name);
      console.log(`${metadata.name} is installed`);
    }
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
