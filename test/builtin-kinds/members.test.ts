import { DynamicClient, RestClient } from "crd-runtime";
import { EmbeddedApiServer } from "crd-testing";
import { expect, it, onTestFinished } from "vitest";
import { loadProject } from "../apply/program.js";
import { allDefinition } from "./all.js";
import { outcome } from "./outcome.js";

it("built-in types are members of a user's kind, and built-in kinds are watched beside it", async () => {
  const { crds, program } = await loadProject("builtin-kinds");
  const server = await EmbeddedApiServer.start({ crds });
  onTestFinished(() => server.stop());
  expect(await program(RestClient.forConfig(server.config))).toEqual(outcome);
});

it("a definition with members of nearly all built-in types is served", async () => {
  const server = await EmbeddedApiServer.start({ crds: [await allDefinition()] });
  onTestFinished(() => server.stop());
  const client = DynamicClient.forConfig(server.config)
    .resource({ group: "example.com", version: "v1", resource: "alls" })
    .namespace("default");
  expect((await client.list()).items).toEqual([]);
});
