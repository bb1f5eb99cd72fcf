import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { defaultUserAgent, runtimeVersion } from "../../src/rest/user-agent.js";

it("names the version of the package", () => {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect(JSON.parse(manifest)).toMatchObject({ version: runtimeVersion });
  expect(defaultUserAgent).toContain(`crd-runtime/${runtimeVersion}`);
});
