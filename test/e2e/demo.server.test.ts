import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { run } from "../process/run.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

describeOnServer("npm run demo", () => {
  it.each([
    ["the embedded server", []],
    ["a real one", ["--", "--real"]],
  ])("tells the main job to its end on %s", { timeout: 300_000 }, async (_server, flags) => {
    const demo = await run({ program: "npm", args: ["run", "demo", ...flags], cwd: root });
    expect(demo.code, demo.stdout + demo.stderr).toBe(0);
    // Every step that fails ends the demo with exit code 1; what it saw on the way is part of what it tells.
    expect(demo.stdout).toContain("changed default/invoices: user invoices -> billing");
    expect(demo.stdout).toContain("Done: everything above ran for real");
  });
});
