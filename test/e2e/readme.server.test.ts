import { readFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { type ControlPlane, startControlPlane } from "../controlplane/index.js";
import { run } from "../process/run.js";
import { type LocalNpm, startLocalNpm } from "../registry/local-npm.js";
import { build } from "../registry/packages.js";

const limitMs = 300_000;

/** The commands of a section of the README, as one who pastes them would run them. */
function commandsOf(title: string): string {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, section = ""] = readme.split(`\n## ${title}\n`);
  const [own = ""] = section.split("\n## ");
  return [...own.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands).join("");
}

describeOnServer("the README", () => {
  let server: ControlPlane;
  let npm: LocalNpm;
  beforeAll(async () => {
    // Of its own: it has the group of the sample project, whose tests use the shared one.
    server = await startControlPlane();
    await build();
    const programs = server.kubectl === undefined ? [] : [dirname(server.kubectl)];
    npm = await startLocalNpm({
      ...process.env,
      PATH: [...programs, process.env["PATH"]].join(delimiter),
      KUBECONFIG: server.kubeconfigPath,
      NAMESPACE: undefined,
      // npm's own question, whether it may install create-crd-project.
      npm_config_yes: "true",
    });
  }, limitMs);
  afterAll(async () => {
    await npm?.stop();
    await server?.stop();
  });

  it(
    "has a tour that works when it is pasted",
    async () => {
      const commands = commandsOf("Five minutes");
      expect(commands).toContain("npm init crd-project my-operator");
      const { code, stdout, stderr } = await run({
        program: "bash",
        args: ["-e", "-c", commands],
        cwd: npm.folder,
        env: npm.env,
      });
      expect(code, stdout + stderr).toBe(0);
      expect(stdout).toContain("Databases in namespace default: 1\n  default/database-sample\n");
      expect(stdout).toContain("Up to date");
      expect(stdout).toContain("backup");
    },
    limitMs,
  );
});
