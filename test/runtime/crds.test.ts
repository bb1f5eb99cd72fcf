import { EmbeddedApiServer } from "crd-testing";
import { afterAll, beforeAll, describe } from "vitest";
import { crdCases } from "./crd-cases.js";

describe("definitions on the embedded server", () => {
  let api: EmbeddedApiServer;
  beforeAll(async () => {
    api = await EmbeddedApiServer.start();
  });
  afterAll(async () => await api.stop());
  crdCases({
    configOf: () => api.config,
    strangerOf: () => api.addUser({ name: "nobody" }).config,
  });
});
