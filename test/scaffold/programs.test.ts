import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanEnvironment, installPackages } from "../cli/installed.js";
import { type Tree, writeTree } from "../golden/case.js";
import { type Finished, run } from "../process/run.js";
import { temporaryFolder } from "../process/temporary-folder.js";
import { answers, contentsOf, projects } from "./projects.js";

const installed = installPackages();
const sample = "config/samples/example.com_v1_database.yaml";

/** Writes a project to where our packages are found. */
function write(tree: Tree): string {
  const folder = join(installed.folder, basename(temporaryFolder()));
  writeTree({ folder, tree });
  return folder;
}

/** The program of a project, in an environment that names no server. */
function start(cwd: string, ...args: readonly string[]): Promise<Finished> {
  const tsx = join(installed.folder, "node_modules/tsx/dist/cli.mjs");
  const env = cleanEnvironment({ HOME: cwd });
  return run({ program: process.execPath, args: [tsx, "src/main.ts", ...args], cwd, env });
}

describe("the tests of a new project", () => {
  const chosen = [
    "usual",
    "cluster-scoped",
    "several kinds",
    "kinds with the names of modules and variables",
    "those without a fake",
  ];

  test.each(chosen)("%s: pass", async (name) => {
    const given = projects[name] ?? answers();
    const cwd = write(await contentsOf(given));
    const { code, stdout, stderr } = await run({
      program: "npm",
      args: ["test"],
      cwd,
      env: cleanEnvironment(),
    });
    expect(code, stdout + stderr).toBe(0);
    const each = given.fake ? 2 : 1;
    expect(stdout).toMatch(new RegExp(`^\\W*pass ${given.kinds.length * each}$`, "m"));
  });
});

describe("the program of a new project, on a server of its own", () => {
  test("lists the samples, and ends", async () => {
    const cwd = write(await contentsOf(projects["several kinds"] ?? answers()));
    expect(await start(cwd, "--embedded")).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "DBs in the cluster: 1",
        "  db-sample",
        "Databases in namespace default: 1",
        "  default/database-sample",
        "Databases in all namespaces: 1",
        "  default/database-sample",
        "HTTPRoutes in namespace default: 1",
        "  default/httproute-sample",
        "HTTPRoutes in all namespaces: 1",
        "  default/httproute-sample",
        "",
      ].join("\n"),
    });
  });

  test("does without samples", async () => {
    const tree = new Map(await contentsOf(answers()));
    tree.delete(sample);
    const { code, stdout, stderr } = await start(write(tree), "--embedded");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Databases in all namespaces: 0\n");
  });

  test("says what to do about a sample that the schema refuses", async () => {
    const cwd = write(await contentsOf(answers()));
    const text = readFileSync(join(cwd, sample), "utf8");
    writeFileSync(join(cwd, sample), text.replace(/^spec:.*(\n .*)*/m, "spec: 1"));
    const { code, stdout, stderr } = await start(cwd, "--embedded");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`${basename(sample)}: `);
    expect(stderr).toContain("spec in body must be of type object");
    expect(stderr).toMatch(/\n\nCorrect the samples in config\/samples, or remove them\.\n$/);
  });

  test.each([
    ["are not there", []],
    ["are in no file", [["config/crd/notes.yaml", "kind: Notes\n"]]],
    ["cannot be read", [["config/crd/broken.yaml", "kind: [\n"]]],
  ] as const)("says what to do when the CRDs %s", async (_, files) => {
    const cwd = write(await contentsOf(answers()));
    rmSync(join(cwd, "config/crd"), { recursive: true });
    writeTree({ folder: cwd, tree: new Map(files) });
    const { code, stdout, stderr } = await start(cwd, "--embedded");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.startsWith(join(cwd, "config/crd")), stderr).toBe(true);
    expect(stderr).toMatch(/\n\nGenerate the CRDs: npx plop regenerate\n$/);
  });
});

describe("the options of the program of a new project", () => {
  test.each([
    ["--embeded", "Unknown option '--embeded'"],
    ["--embedded=yes", "Option '--embedded' does not take an argument"],
    ["embedded", "Unexpected argument 'embedded'"],
  ])("%s is told, with what there is", async (option, problem) => {
    const { code, stdout, stderr } = await start(write(await contentsOf(answers())), option);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.startsWith(problem), stderr).toBe(true);
    expect(stderr).toMatch(/\nnpm start -- --embedded {2}for a server of the program's own\n$/);
  });

  test("without a fake there is none", async () => {
    const cwd = write(await contentsOf(answers({ fake: false })));
    const { code, stdout, stderr } = await start(cwd, "--embedded");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^Unknown option '--embedded'.*\n\nThere are no options\. The server is/,
    );
  });
});
