import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runChild } from "../../generators/child.js";
import { openCommit } from "../../generators/commands/diff/git.js";
import { diffCommand } from "../../generators/commands/diff/index.js";
import { createPaint } from "../../generators/commands/paint.js";
import type { Report } from "../../generators/commands/report.js";
import { createNodeFiles } from "../../generators/files.js";
import { parseArguments } from "../../generators/options/flags.js";
import { loadTool } from "../../generators/tool.js";

const sample = fileURLToPath(new URL("../../sample-project", import.meta.url));
const types = "src/apis/example.com/v1/types.ts";

describe("plop diff with the commits of a repository", () => {
  const root = mkdtempSync(join(tmpdir(), "diff-"));

  beforeAll(() => {
    for (const path of ["src", "config", "crd-project.json"]) {
      cpSync(join(sample, path), join(root, "project", path), { recursive: true });
    }
    // The project is a folder of the repository, as in a monorepo.
    git("init", "--quiet");
    commit("first");
    git("tag", "released");
  });

  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  function git(...args: readonly string[]): void {
    execFileSync("git", [...args], { cwd: root, stdio: "ignore" });
  }

  function commit(message: string): void {
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", message);
  }

  function edit(from: string, to: string): void {
    const path = join(root, "project", types);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }

  async function diff(...args: readonly string[]): Promise<Report> {
    const { flags } = parseArguments({ command: "diff", args });
    const nowhere = async () => ({ reason: "not in this test" });
    return await diffCommand({
      flags,
      files: createNodeFiles({ root: join(root, "project") }),
      env: process.env,
      tool: loadTool(),
      lock: {
        pid: process.pid,
        host: "here",
        token: "diff",
        isAlive: () => true,
        now: () => 0,
        sleep: async () => {},
        waitMs: 0,
      },
      paint: createPaint({ color: false }),
      say: () => {},
      world: {
        cwd: root,
        openFiles: (folder) => createNodeFiles({ root: folder }),
        fetchText: nowhere,
        readCluster: nowhere,
      },
      run: runChild,
    });
  }

  it("finds nothing where nothing changed", async () => {
    expect(await diff()).toMatchObject({ exitCode: 0, text: ["No changes since HEAD."] });
  });

  it("compares what the types make now, before it is generated, and after", async () => {
    edit("  storage?: Quantity;\n", "");
    edit("  user: string;", "  user: string;\n  owner?: string;");
    const { exitCode, diagnostics, text } = await diff("released");
    expect(exitCode).toBe(1);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["diff/field-removed", "databases.example.com v1 .spec.storage: removed"],
    ]);
    expect(text).toContain("  databases.example.com v1 .spec.owner: added");
    expect(text.at(-1)).toBe("1 breaking change, 1 safe, since released.");
  });

  it("lets a breaking change through whose code is a warning", async () => {
    const path = join(root, "project", "crd-project.json");
    const config: object = JSON.parse(readFileSync(path, "utf8"));
    const severities = { "diff/field-removed": "warning" };
    writeFileSync(path, JSON.stringify({ ...config, severities }));
    const { exitCode, diagnostics } = await diff();
    expect([exitCode, diagnostics.map(({ severity }) => severity)]).toEqual([0, ["warning"]]);
  });

  it.each([
    ["", "project/empty-base"],
    ["kind: ConfigMap\n", "project/empty-base"],
    ["just text", "project/empty-base"],
    ["a: [", "import/syntax"],
    ["a: &a\n  b: *a\n", "import/syntax"],
    ["a: 1\na: 2\n", "import/syntax"],
    ["a: .inf\n", "import/syntax"],
    ["a: \0\n", "import/syntax"],
    [
      "apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\nmetadata: {name: x}\n",
      "project/unreadable-definition",
    ],
    [
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec: 1\n",
      "project/unreadable-definition",
    ],
  ])("refuses a base that holds no definitions, %j: %s", async (text, code) => {
    writeFileSync(join(root, "base.yaml"), text);
    const report = await diff("--base", "./base.yaml");
    expect(report.exitCode).toBe(1);
    expect(report.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(report.text).toEqual([]);
  });

  it.each([
    ["a folder without files", "./nothing", "there is no YAML or JSON file"],
    ["no file", "./nowhere.yaml", "there is no such file or folder"],
    ["another encoding", "./latin.yaml", "it is no UTF-8; save it as UTF-8 (iconv -t UTF-8)"],
    ["an address", "http://example.com/crd.yaml", "not in this test"],
  ])("says why a base cannot be read: %s", async (_, base, reason) => {
    mkdirSync(join(root, "nothing"), { recursive: true });
    writeFileSync(join(root, "latin.yaml"), Buffer.from("\ufeffa: 1\n", "utf16le"));
    const report = await diff("--base", base);
    expect(report.exitCode).toBe(1);
    expect(report.diagnostics.map((one) => one.message)).toEqual([
      `'${base}' cannot be read: ${reason}`,
    ]);
  });

  it("compares hand-written definitions, whose schemas the types make", async () => {
    const project = join(root, "project");
    const generated = join(project, "config/crd/example.com_databases.yaml");
    const [, ...lines] = readFileSync(generated, "utf8").split("\n");
    mkdirSync(join(project, "manifests/patches"), { recursive: true });
    writeFileSync(join(project, "manifests/databases.yaml"), lines.join("\n"));
    // A patch of kustomize is no definition, and not read by schemapatch either.
    writeFileSync(
      join(project, "manifests/patches/webhook.yaml"),
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\n",
    );
    rmSync(join(project, "config/crd"), { recursive: true });
    const schemapatch = { manifests: "manifests" };
    const generators = ["deepcopy-gen", "register-gen"];
    writeFileSync(
      join(project, "crd-project.json"),
      JSON.stringify({ version: loadTool().version, schemapatch, generators }),
    );
    commit("by hand");
    const { exitCode, diagnostics } = await diff("HEAD");
    expect(exitCode).toBe(1);
    expect(diagnostics.map(({ message, span }) => [message, span?.file])).toEqual([
      ["databases.example.com v1 .spec.storage: removed", "manifests/databases.yaml"],
    ]);
  });

  it("does not take a flag of git for a commit", async () => {
    const commit = openCommit({ ref: "--all", root, env: process.env, run: runChild });
    expect(await commit).toBeUndefined();
  });
});
