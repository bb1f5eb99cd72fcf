import { describeOnServer } from "../controlplane/fixture.js";
import { informerCases } from "./informer-cases.js";
import { configMapsIn, restClient } from "./server.js";

describeOnServer("SharedIndexInformer of the real server", (server) => {
  const configMaps = configMapsIn({ rest: restClient(server), namespace: "informer" });
  informerCases(() => configMaps);
});
