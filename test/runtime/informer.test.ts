import { RestClient } from "crd-runtime";
import { EmbeddedApiServer } from "crd-testing";
import { afterAll, beforeAll, describe } from "vitest";
import { expiryCases, informerCases } from "./informer-cases.js";
import { configMapClient } from "./server.js";

describe("SharedIndexInformer of the embedded server", () => {
  let api: EmbeddedApiServer;
  beforeAll(async () => {
    api = await EmbeddedApiServer.start({ namespaces: "implied" });
  });
  afterAll(() => api.stop());
  const configMaps = () =>
    configMapClient({ rest: RestClient.forConfig(api.config), namespace: "informer" });
  informerCases(configMaps);
  expiryCases({ configMaps, forgetThePast: () => api.compact() });
});
