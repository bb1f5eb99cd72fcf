import { RestClient } from "crd-runtime";
import { EmbeddedApiServer } from "crd-testing";
import { afterAll, beforeAll, describe } from "vitest";
import { eventCases } from "./event-cases.js";

describe("events of the embedded server", () => {
  let api: EmbeddedApiServer;
  let rest: RestClient;
  beforeAll(async () => {
    api = await EmbeddedApiServer.start();
    rest = RestClient.forConfig(api.config);
  });
  afterAll(async () => {
    await rest.close();
    await api.stop();
  });
  eventCases(() => rest);
});
