import { expect, test } from "vitest";
import { createMemoryFiles, type Files } from "../../generators/files.js";
import type { RegenerateOutcome } from "../../generators/plan/regenerate.js";
import { run } from "./play.js";
import { controller, ProjectEditor } from "./project-editor.js";

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
    "// +kubebuilder:rbac:groups=beta.io,resources=kind2,verbs=get\nexport const name = 1;\n",
  );
  const codes = async () => (await run(disk)).diagnostics.map(({ code, hint }) => [code, hint]);
  const told = [["rbac/resource", "did you mean 'kind2s'?"]];
  expect(await codes()).toEqual(told);
  expect(await codes()).toEqual(told);
  editor.addMember("gamma.example.com/v2");
  expect(await codes()).toEqual(told);
  const types = "src/apis/beta.io/v1/types.ts";
  const content = (disk.read(types) ?? "").replace(
    "// +kubebuilder:storageversion\n",
    "// +kubebuilder:storageversion\n// +kubebuilder:resource:path=kind2\n",
  );
  disk.stage({ path: types, content }).commit();
  expect(await codes()).toEqual([]);
});
