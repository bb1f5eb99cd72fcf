import { RestClient } from "crd-runtime";
import { EmbeddedApiServer } from "../../../src/index.js";

// Stops a server with an open watch, a call that gets no answer and two doors: the process ends by itself.
const api = await EmbeddedApiServer.start();
const { config } = await api.listen();
const rest = RestClient.forConfig(config);
const direct = RestClient.forConfig(api.config);
const path = "/api/v1/namespaces/default/configmaps";
const body = JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } });
await direct.request({ method: "POST", path, body });
api.faults.on({ verb: "delete" }, { type: "silence" });
const silent = direct.request({ method: "DELETE", path: `${path}/a` }).catch(() => undefined);
for await (const { type } of rest.watch({ method: "GET", path, query: { watch: "true" } })) {
  console.log(type);
  await api.stop();
  console.log("stopped");
}
await silent;
console.log("the watch has ended");
