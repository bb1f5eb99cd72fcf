import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readTree, type Tree } from "../../scripts/sample/make.js";
import { cleanEnvironment, installPackages } from "../cli/installed.js";
import { run, runOk } from "../process/run.js";

const installed = installPackages();
const types = "src/apis/example.com/v1/types.ts";
const preload = new URL("kill-at.mjs", import.meta.url).href;

const regenerate = (cwd: string, env: Readonly<Record<string, string>> = {}) =>
  run({
    program: process.execPath,
    args: [installed.plop, "regenerate"],
    cwd,
    env: cleanEnvironment(env),
  });

let before: Tree;
let after: Tree;

/** The project with a type that has changed since it was generated. */
const stale = join(installed.folder, "stale");

beforeAll(async () => {
  const args = [installed.create, stale, "--kind", "Database,Backup", "--yes", "--no-git"];
  await runOk({
    program: process.execPath,
    args: [...args, "--no-install"],
    cwd: installed.folder,
    env: cleanEnvironment(),
  });
  await regenerate(stale);
  const text = readFileSync(join(stale, types), "utf8");
  const restore = `export interface Restore extends TypeMeta {\n  metadata: ObjectMeta;\n}\n`;
  const list = `export interface RestoreList extends TypeMeta {\n  metadata: ListMeta;\n  items: Restore[];\n}\n`;
  const tag = "// +k8s:deepcopy-gen:interfaces=runtime.Object\n";
  writeFileSync(join(stale, types), `${text}\n// +genclient\n${tag}${restore}\n${tag}${list}`);
  before = readTree(stale);
  const whole = join(installed.folder, "whole");
  cpSync(stale, whole, { recursive: true });
  expect((await regenerate(whole)).code).toBe(0);
  after = readTree(whole);
});

it("has a change that many files take part in", () => {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  expect(changed.length).toBeGreaterThanOrEqual(7);
});

it.each(["write:1", "write:4", "write:7", "rename:1", "rename:4", "rename:7"])(
  "killed at %s: every file is old or new, and the next run completes",
  async (step) => {
    const project = join(installed.folder, step.replace(":", "-"));
    cpSync(stale, project, { recursive: true });
    const killed = await regenerate(project, {
      NODE_OPTIONS: `--import ${preload}`,
      KILL_AT: step,
    });
    expect(killed, killed.stdout + killed.stderr).toMatchObject({ code: null });
    for (const [file, text] of readTree(project)) {
      // What was being written has a name that no program reads.
      if (file.endsWith(".crd-tmp")) continue;
      expect([before.get(file), after.get(file)], file).toContain(text);
    }
    const next = await regenerate(project);
    expect(next.code, next.stderr).toBe(0);
    expect(readTree(project)).toEqual(after);
  },
);
