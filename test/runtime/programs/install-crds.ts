import { createInterface } from "node:readline/promises";
import { KubeConfig } from "@kubernetes/client-node";
import { RestClient } from "crd-runtime";
import { createOrUpdateCRDs } from "crd-runtime/apiextensions/v1";
import { definitionOf } from "../crd-definitions.js";

// Installs definitions as soon as a line tells it to, and prints what became of each: kubeconfig, groups.
const [, , kubeconfig = "", ...groups] = process.argv;
const config = new KubeConfig();
config.loadFromFile(kubeconfig);
const client = RestClient.forConfig(config);
const input = createInterface({ input: process.stdin, output: process.stdout });
await input.question("ready");
input.close();
const definitions = groups.map((group) => definitionOf(group));
const installed = await createOrUpdateCRDs({ client, definitions });
for (const { change, definition } of installed) console.log(`${change} ${definition.spec.group}`);
await client.close();
