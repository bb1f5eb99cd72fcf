// Reads one ConfigMap over and over with crd-runtime or client-node, one request after another, and prints the
// milliseconds of each request.
import { performance } from "node:perf_hooks";
import { CoreV1Api, KubeConfig } from "@kubernetes/client-node";
import { ResourceClient, RestClient } from "crd-runtime";

const [client, kubeconfig, namespace, name, count] = process.argv.slice(2);
const config = new KubeConfig();
config.loadFromFile(kubeconfig);

function ours() {
  const rest = RestClient.forConfig(config);
  const configMaps = new ResourceClient({
    rest,
    group: "",
    version: "v1",
    resource: "configmaps",
    kind: "ConfigMap",
    namespaced: true,
    namespace,
  });
  return { get: () => configMaps.get(name), close: () => rest.close() };
}

function theirs() {
  const core = config.makeApiClient(CoreV1Api);
  return { get: () => core.readNamespacedConfigMap({ name, namespace }), close: () => {} };
}

const { get, close } = client === "crd-runtime" ? ours() : theirs();
const times = [];
for (let request = 0; request < Number(count); request++) {
  const start = performance.now();
  const object = await get();
  times.push(performance.now() - start);
  if (object.metadata?.name !== name) throw new Error("the answer is another object");
}
await close();
process.stdout.write(times.join("\n"));
