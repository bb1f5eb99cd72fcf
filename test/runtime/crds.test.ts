import { fileURLToPath } from "node:url";
import { EmbeddedApiServer } from "crd-testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runOk } from "../process/run.js";
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

  it("are waited for to the end by a process that has nothing else to do", async () => {
    const program = fileURLToPath(new URL("programs/names-taken.ts", import.meta.url));
    const args = ["--import", "tsx", program];
    const cwd = fileURLToPath(new URL(".", import.meta.url));
    const { stdout } = await runOk({ program: process.execPath, args, cwd });
    expect(stdout).toMatch(/^installed\nNotEstablishedError: .* has names that are not accepted/);
  });
});
