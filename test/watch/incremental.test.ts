import { expect, test } from "vitest";
import {
  createMemoryFiles,
  type Files,
  type MemoryFiles,
  RememberedFiles,
} from "../../generators/files.js";
import { type RegenerateOutcome, regenerate } from "../../generators/plan/regenerate.js";
import { Session } from "../../generators/plan/session.js";
import { loadTool } from "../../generators/tool.js";
import { controller, ProjectEditor } from "./project-editor.js";

const tool = loadTool();
const lock = {
  pid: 1,
  host: "here",
  token: "token",
  isAlive: () => false,
  now: () => 0,
  sleep: async () => {},
  waitMs: 0,
};

const run = (files: Files, session = new Session()): Promise<RegenerateOutcome> =>
  regenerate({ files, tool, mode: "write", groups: [], lock, session });

/** All that stands in a project, the caches left out. */
function contents(files: Files, folder = ""): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, kind } of files.list(folder)) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (name === "node_modules" || name === ".create-crd-project") continue;
    if (kind === "folder") for (const [each, text] of contents(files, path)) found.set(each, text);
    else found.set(path, files.read(path) ?? "");
  }
  return found;
}

const hasErrors = ({ diagnostics }: RegenerateOutcome): boolean =>
  diagnostics.some(({ severity }) => severity === "error");

/** The same sources, and the samples, which are the user's, in a project in which nothing was ever generated. */
function copyOf(files: MemoryFiles): MemoryFiles {
  const sources = [...contents(files)].filter(
    ([path]) =>
      path === "crd-project.json" ||
      path.startsWith("config/samples/") ||
      (path.startsWith("src/apis/") && !/zz_/.test(path)) ||
      path === controller,
  );
  return createMemoryFiles({ contents: sources });
}

test.each(Array.from({ length: 6 }, (_, seed) => seed + 1))(
  "after each of many edits everything is as a run from nothing makes it (seed %i)",
  async (seed) => {
    const disk = createMemoryFiles();
    const editor = new ProjectEditor({ files: disk, seed });
    const files = new RememberedFiles({ open: () => disk, now: () => Number.MAX_SAFE_INTEGER });
    const session = new Session();
    await run(files, session);
    for (let step = 0; step < 12; step++) {
      const { what, path } = editor.edit();
      // What was touched is known, as it is to a watch.
      files.begin([path]);
      const outcome = await run(files, session);
      const cold = copyOf(disk);
      const expected = await run(cold);
      const where = `seed ${seed}, step ${step}: ${what}`;
      expect(outcome.diagnostics, where).toEqual(expected.diagnostics);
      expect(
        outcome.upToDate + outcome.plan.create.length + outcome.plan.update.length,
        where,
      ).toBe(hasErrors(expected) ? 0 : expected.upToDate + expected.plan.create.length);
      if (!hasErrors(expected)) {
        expect(Object.fromEntries(contents(disk)), where).toEqual(
          Object.fromEntries(contents(cold)),
        );
      }
      // Another process, with the cache of this one.
      files.begin();
      const other = await run(disk);
      expect(other.plan.create.length + other.plan.update.length, where).toBe(0);
      expect(other.diagnostics, where).toEqual(expected.diagnostics);
    }
  },
);

test("one edited group is all that is generated for", async () => {
  const disk = createMemoryFiles();
  const editor = new ProjectEditor({ files: disk, seed: 1 });
  const first = await run(disk);
  expect(hasErrors(first)).toBe(false);
  const steps = disk.steps.length;
  const path = editor.addMember("alpha.example.com/v1");
  const second = await run(disk);
  expect(second.plan.update.map((change) => change.path)).toEqual(
    expect.arrayContaining([expect.stringContaining("alpha.example.com")]),
  );
  expect(disk.read(path)).toContain("added");
  const written = disk.steps
    .slice(steps)
    .flatMap(({ operation, path: each }) => (operation === "commit" ? [each] : []));
  expect(written.filter((each) => /beta|gamma/.test(each))).toEqual([]);
});

const role = "config/rbac/role.yaml";
const marker = (verb: string): string =>
  `export function reconcile(): void {\n  // +kubebuilder:rbac:groups=apps,resources=deployments,verbs=${verb}\n}\n`;
const save = (files: Files, content: string): void =>
  files.stage({ path: controller, content }).commit();
const changesOf = ({ plan }: RegenerateOutcome) => ({
  create: plan.create.map(({ path }) => path),
  update: plan.update.map(({ path }) => path),
  stale: plan.stale.map(({ path }) => path),
});

test("a marker in a controller makes the role, changes it and takes it away, and nothing else", async () => {
  const disk = createMemoryFiles();
  new ProjectEditor({ files: disk, seed: 1 });
  await run(disk);
  const none = { create: [], update: [], stale: [] };
  save(disk, marker("get"));
  expect(changesOf(await run(disk))).toEqual({ ...none, create: [role] });
  save(disk, marker("list"));
  expect(changesOf(await run(disk))).toEqual({ ...none, update: [role] });
  expect(disk.read(role)).toContain("  - list\n");
  expect(changesOf(await run(disk))).toEqual(none);
  save(disk, `// A remark.\n${marker("list")}`);
  expect(changesOf(await run(disk))).toEqual(none);
  save(disk, "export function reconcile(): void {}\n");
  expect(changesOf(await run(disk))).toEqual({ ...none, stale: [role] });
  expect(disk.read(role)).toBeUndefined();
});

test("a misspelt resource of a group is told of until the kind is there", async () => {
  const disk = createMemoryFiles();
  const editor = new ProjectEditor({ files: disk, seed: 1 });
  save(
    disk,
    "// +kubebuilder:rbac:groups=beta.io,resources=kind3,verbs=get\nexport const name = 1;\n",
  );
  const codes = async () => (await run(disk)).diagnostics.map(({ code, hint }) => [code, hint]);
  const told = [["rbac/resource", "did you mean 'kind3s'?"]];
  expect(await codes()).toEqual(told);
  expect(await codes()).toEqual(told);
  editor.addMember("gamma.example.com/v2");
  expect(await codes()).toEqual(told);
  const types = "src/apis/beta.io/v1/types.ts";
  const content = (disk.read(types) ?? "").replace(
    "// +kubebuilder:storageversion\n",
    "// +kubebuilder:storageversion\n// +kubebuilder:resource:path=kind3\n",
  );
  disk.stage({ path: types, content }).commit();
  expect(await codes()).toEqual([]);
});
