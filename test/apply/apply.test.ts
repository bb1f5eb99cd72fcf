import { RestClient } from "crd-runtime";
import { EmbeddedApiServer } from "crd-testing";
import { expect, it, onTestFinished } from "vitest";
import { loadProject, outcome } from "./program.js";

it("generated clients apply to the embedded server as to a real one", async () => {
  const { crds, program } = await loadProject();
  const server = await EmbeddedApiServer.start({ crds });
  onTestFinished(() => server.stop());
  expect(await program(RestClient.forConfig(server.config))).toEqual(outcome);
});
