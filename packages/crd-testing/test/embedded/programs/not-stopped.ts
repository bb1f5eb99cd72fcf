import { newSharedIndexInformer, ResourceClient, RestClient } from "crd-runtime";
import { EmbeddedApiServer } from "../../../src/index.js";

// Uses a server without a socket, and leaves it as it is: the process ends by itself.
const api = await EmbeddedApiServer.start();
const rest = RestClient.forConfig(api.config);
const client = new ResourceClient({
  rest,
  group: "",
  version: "v1",
  resource: "configmaps",
  kind: "ConfigMap",
  namespaced: true,
  namespace: "default",
});
await client.create({ metadata: { name: "kube-root" } });
const informer = newSharedIndexInformer({ name: "configmaps", listerWatcher: client });
const seen = new Promise<void>((resolve) => {
  informer.addEventHandler({
    onAdd: ({ metadata }) => {
      console.log(`add ${metadata.name}`);
      resolve();
    },
  });
});
const controller = new AbortController();
const run = informer.run(controller.signal);
await seen;
controller.abort();
await run;
console.log("stopped the informer");
