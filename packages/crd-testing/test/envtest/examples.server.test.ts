import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { cleanEnvironment } from "../../../../test/cli/installed.js";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { run } from "../../../../test/process/run.js";
import { build } from "../../../../test/registry/packages.js";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const vitest = fileURLToPath(
  new URL("../../../../node_modules/vitest/vitest.mjs", import.meta.url),
);
const limitMs = 300_000;

describeOnServer("the examples", () => {
  // They import the packages by their names, as those of users do.
  beforeAll(build, limitMs);

  it.each([
    { name: "vitest", args: [vitest, "run"], passed: "Tests  2 passed" },
    {
      name: "node-test",
      args: ["--test", "--test-reporter=tap", "database.test.mjs"],
      passed: "# pass 2",
    },
  ])(
    "run in $name",
    async ({ name, args, passed }) => {
      const { code, stdout, stderr } = await run({
        program: process.execPath,
        args,
        cwd: join(examples, name),
        env: cleanEnvironment({ NO_COLOR: "1" }),
      });
      expect(code, stdout + stderr).toBe(0);
      expect(stdout.replaceAll(/ +/g, " ")).toContain(passed.replaceAll(/ +/g, " "));
    },
    limitMs,
  );
});
