import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KubernetesObject } from "crd-runtime";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { describeOnServer } from "../controlplane/fixture.js";
import { type Finished, run } from "../process/run.js";
import { keys, openTerminal } from "../pty/terminal.js";
import { type LocalNpm, startLocalNpm } from "../registry/local-npm.js";
import { build } from "../registry/packages.js";
import { clientOf, restClient } from "../runtime/server.js";

const installMs = 300_000;

describeOnServer("npm init crd-project", (server) => {
  const rest = restClient(server);
  let npm: LocalNpm;
  beforeAll(async () => {
    await build();
    npm = await startLocalNpm({
      ...process.env,
      KUBECONFIG: server.kubeconfigPath,
      NAMESPACE: undefined,
      CI: undefined,
      // npm's own question, whether it may install create-crd-project.
      npm_config_yes: "true",
    });
  }, installMs);
  afterAll(() => npm?.stop());

  /** Runs `npx plop verify` and its like in a project. */
  function call(project: string, line: string): Promise<Finished> {
    const [program = "", ...args] = line.split(" ");
    return run({ program, args, cwd: join(npm.folder, project), env: npm.env });
  }

  async function succeeds(project: string, line: string): Promise<string> {
    const { code, stdout, stderr } = await call(project, line);
    expect(code, `${line}\n${stdout}${stderr}`).toBe(0);
    return stdout;
  }

  /** Creates the scaffolded sample of a kind through the runtime's own client. */
  async function createSample(input: {
    readonly project: string;
    readonly file: string;
    readonly group: string;
    readonly resource: string;
  }): Promise<void> {
    const { project, file, group, resource } = input;
    const object: KubernetesObject = parse(
      readFileSync(join(npm.folder, project, "config/samples", file), "utf8"),
    );
    const { namespace } = object.metadata;
    await clientOf({
      rest,
      group,
      version: "v1",
      resource,
      kind: object.kind ?? "",
      namespaced: namespace !== undefined,
      namespace,
    }).create(object);
  }

  describe("with its questions answered on a terminal", () => {
    const project = "asked";

    it(
      "creates a project and installs it",
      async () => {
        const terminal = openTerminal({
          program: "npm",
          args: ["init", "crd-project"],
          cwd: npm.folder,
          env: npm.env,
        });
        onTestFinished(() => terminal.kill());
        await terminal.answer({ question: "Directory of the project", with: project });
        await terminal.answer({ question: "API group", with: "asked.example.com" });
        await terminal.answer({ question: "API version", with: "" });
        await terminal.answer({ question: "Kinds", with: "Queue" });
        await terminal.answer({ question: "Plural", with: "" });
        await terminal.answer({ question: "Scope", with: "" });
        await terminal.answer({ question: "Status", with: "y" });
        await terminal.answer({ question: "Description", with: "Queues" });
        await terminal.answer({ question: "Create a git repository?", with: "n" });
        await terminal.answer({ question: "Install the dependencies now?", with: "y" });
        expect(await terminal.ended, terminal.text()).toBe(0);
        expect(terminal.text()).toContain("Created asked: asked.example.com/v1 with Queue");
        expect(existsSync(join(npm.folder, project, "node_modules/crd-runtime"))).toBe(true);
      },
      installMs,
    );

    it("type-checks, passes its own tests and is up to date as it comes", async () => {
      await succeeds(project, "npm run typecheck");
      await succeeds(project, "npm test");
      expect(await succeeds(project, "npx plop verify")).toMatch(/^Up to date/m);
    });

    it("says what to run before its CRDs are installed, and lists what there is after", async () => {
      const early = await call(project, "npm start");
      expect(early.code).toBe(1);
      expect(early.stderr).toContain("npm run install-crds");
      expect(await succeeds(project, "npm run install-crds")).toContain(
        "queues.asked.example.com is installed",
      );
      const group = "asked.example.com";
      const file = `${group}_v1_queue.yaml`;
      await createSample({ project, file, group, resource: "queues" });
      const listed = await succeeds(project, "npm start");
      expect(listed).toContain("default/queue-sample");
    });

    it("takes a further kind by answers, and its code serves it", async () => {
      const terminal = openTerminal({
        program: "npx",
        args: ["plop", "apigroup"],
        cwd: join(npm.folder, project, "src"),
        env: npm.env,
      });
      onTestFinished(() => terminal.kill());
      await terminal.waitFor("another group ...");
      terminal.type(keys.enter);
      await terminal.answer({ question: "API version", with: "" });
      await terminal.answer({ question: "Kinds", with: "Worker" });
      await terminal.answer({ question: "Plural", with: "" });
      await terminal.answer({ question: "Scope", with: "" });
      await terminal.answer({ question: "Status", with: "n" });
      expect(await terminal.ended, terminal.text()).toBe(0);
      expect((await call(project, "npx plop verify")).code).toBe(1);
      await succeeds(project, "npx plop regenerate");
      await succeeds(project, "npx plop verify");
      await succeeds(project, "npm run typecheck");
      expect(await succeeds(project, "npm run install-crds")).toContain(
        "workers.asked.example.com is installed",
      );
    });

    it("names a file that was edited by hand, and regenerate takes it back", async () => {
      const clientset = join(npm.folder, project, "src/client/clientset/clientset.ts");
      const text = readFileSync(clientset, "utf8");
      appendFileSync(clientset, "export const mine = 1;\n");
      const verify = await call(project, "npx plop verify");
      expect(verify.code).toBe(1);
      expect(verify.stdout + verify.stderr).toContain("'src/client/clientset/clientset.ts'");
      expect(verify.stdout + verify.stderr).toContain("-export const mine = 1;");
      await succeeds(project, "npx plop regenerate");
      expect(readFileSync(clientset, "utf8")).toBe(text);
    });

    it("lets tsc name a new member until the code is generated again", async () => {
      const types = join(npm.folder, project, "src/apis/asked.example.com/v1/types.ts");
      const text = readFileSync(types, "utf8");
      const changed = text.replace(
        "export interface QueueSpec {",
        "export interface QueueSpec {\n  deadLetters?: string[];",
      );
      expect(changed).not.toBe(text);
      writeFileSync(types, changed);
      const stale = await call(project, "npx tsc");
      expect(stale.code).not.toBe(0);
      expect(stale.stdout).toContain("deadLetters");
      expect(stale.stdout).toContain("zz_generated.deepcopy.ts");
      await succeeds(project, "npx plop regenerate");
      await succeeds(project, "npx tsc");
    });
  });

  describe("with flags", () => {
    const project = "flagged";

    it(
      "asks nothing and makes a project that works",
      async () => {
        const flags = "--group flagged.example.com --kind Node,Pool --scope Cluster --no-git";
        const { code, stdout, stderr } = await run({
          program: "npm",
          args: ["init", "crd-project", project, "--", ...flags.split(" "), "--yes"],
          cwd: npm.folder,
          env: npm.env,
        });
        expect(code, stdout + stderr).toBe(0);
        await succeeds(project, "npx plop verify");
        await succeeds(project, "npm run typecheck");
        await succeeds(project, "npm run install-crds");
        const group = "flagged.example.com";
        await createSample({ project, file: `${group}_v1_pool.yaml`, group, resource: "pools" });
        expect(await succeeds(project, "npm start")).toContain("pool-sample");
      },
      installMs,
    );

    it("takes further kinds from flags on either side of the two dashes", async () => {
      const shared = "--group flagged.example.com --api-version v1 --no-status";
      await succeeds(project, `npx plop apigroup ${shared} -- --kind Zone --scope Cluster`);
      await succeeds(project, "npx plop regenerate");
      await succeeds(project, "npx plop verify");
      await succeeds(project, "npm run typecheck");
    });

    it("says that npm took the flags that stand before the two dashes", async () => {
      const { code, stderr } = await run({
        program: "npm",
        args: ["init", "crd-project", "lost", "--group", "lost.example.com"],
        cwd: npm.folder,
        env: npm.env,
      });
      expect(code).not.toBe(0);
      expect(stderr).toContain("--");
      expect(existsSync(join(npm.folder, "lost"))).toBe(false);
    });

    it("fails in verify when our package is missing", async () => {
      const installed = join(npm.folder, project, "node_modules/create-crd-project");
      renameSync(installed, `${installed}-aside`);
      onTestFinished(() => renameSync(`${installed}-aside`, installed));
      const { code, stderr } = await call(project, "npx plop verify");
      expect(code).not.toBe(0);
      expect(stderr).toContain("create-crd-project");
    });
  });
});
