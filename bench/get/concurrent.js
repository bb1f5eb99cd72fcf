// Reads one ConfigMap so many times at the same moment, and prints how many of the reads failed.
import { readFileSync } from "node:fs";
import { ResourceClient, RestClient } from "crd-runtime";

const [config, namespace, name, count] = process.argv.slice(2);
const rest = RestClient.forConfig(JSON.parse(readFileSync(config, "utf8")));
const configMaps = new ResourceClient({
  rest,
  group: "",
  version: "v1",
  resource: "configmaps",
  kind: "ConfigMap",
  namespaced: true,
  namespace,
});
const reads = Array.from({ length: Number(count) }, () => configMaps.get(name));
const failures = (await Promise.allSettled(reads)).filter(({ status }) => status === "rejected");
for (const { reason } of failures.slice(0, 3)) process.stderr.write(`${reason}\n`);
rest.close();
process.stdout.write(String(failures.length));
