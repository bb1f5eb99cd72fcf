import { expect, test } from "vitest";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { createMemoryFiles, type Files } from "../../generators/files.js";
import { fixSources } from "../../generators/plan/fix.js";
import { type RegenerateRequest, regenerate } from "../../generators/plan/regenerate.js";
import { loadTool, type Tool } from "../../generators/tool.js";
import { lock } from "./lock.js";

const tool: Tool = { ...loadTool(), fingerprint: () => "test" };
const directory = "src/apis/example.com/v1";
const list = "config/openapi/violation_exceptions.list";
const known = "API rule violation: list_type_missing,example.com/v1,Settings,names\n";

function project(more: Readonly<Record<string, string>> = {}) {
  const contents = new Map([
    ["crd-project.json", '{ "version": "0.1.0" }'],
    [`${directory}/doc.ts`, "// +k8s:openapi-gen=true\n// +groupName=example.com\nexport {};\n"],
    [`${directory}/types.ts`, "export interface Settings {\n  names?: string[];\n}\n"],
    ...Object.entries(more),
  ]);
  return createMemoryFiles({ contents });
}

async function run(files: Files, more: Partial<RegenerateRequest> = {}) {
  const { plan, diagnostics } = await regenerate({
    files,
    tool,
    mode: "write",
    groups: [],
    lock,
    ...more,
  });
  const text = formatDiagnostics({ diagnostics, textOf: () => undefined });
  const codes = diagnostics.map(({ code }) => code).filter((code) => code.startsWith("openapi/"));
  const paths = [...plan.create, ...plan.update, ...plan.stale].map(({ path }) => path);
  return { codes, text, paths };
}

test("a violation is reported, accepted with --update-report, and then no more", async () => {
  const files = project();
  const before = await run(files);
  expect(before.codes).toEqual(["openapi/list-type-missing"]);
  expect(before.text).toContain("npx plop regenerate -- --update-report");
  expect(before.paths).toContain("config/openapi/example.com_v1.json");
  const accepting = await run(files, { updateReport: true });
  expect(accepting).toMatchObject({ codes: [], paths: [list] });
  expect(files.read(list)).toBe(known);
  expect(await run(files)).toMatchObject({ codes: [], paths: [] });
  expect(await run(files, { mode: "verify" })).toMatchObject({ codes: [], paths: [] });
});

test("an unchanged project notices a changed list", async () => {
  const files = project({ [list]: known });
  expect((await run(files)).codes).toEqual([]);
  expect((await run(files)).codes).toEqual([]);
  files.stage({ path: list, content: "" }).commit();
  expect((await run(files)).codes).toEqual(["openapi/list-type-missing"]);
});

test("--update-report keeps comments, sorts, and takes out what is no more", async () => {
  const gone = "API rule violation: names_match,example.com/v1,Settings,Gone\n";
  const files = project({ [list]: `# Old.\n${gone}` });
  expect((await run(files)).codes).toEqual([
    "openapi/unused-exception",
    "openapi/list-type-missing",
  ]);
  await run(files, { updateReport: true });
  expect(files.read(list)).toBe(`# Old.\n${known}`);
});

test("--update-report only plans in a dry run, and writes no list that would be empty", async () => {
  const files = project();
  expect((await run(files, { updateReport: true, mode: "plan" })).paths).toContain(list);
  expect(files.read(list)).toBeUndefined();
  const clean = project({ [`${directory}/types.ts`]: "export interface Settings {}\n" });
  await run(clean, { updateReport: true });
  expect(clean.read(list)).toBeUndefined();
});

test("--fix takes out lines that are no violations", async () => {
  const gone = "API rule violation: names_match,example.com/v1,Settings,Gone\n";
  const files = project({ [list]: gone + known });
  await fixSources({ files, tool, lock, isDry: false });
  expect(files.read(list)).toBe(known);
});

test("documents that nothing asks for any more are removed, and the list stays", async () => {
  const files = project({ [list]: known });
  await run(files);
  files
    .stage({ path: `${directory}/doc.ts`, content: "// +groupName=example.com\nexport {};\n" })
    .commit();
  expect((await run(files)).paths).toEqual(["config/openapi/example.com_v1.json"]);
  expect(files.read(list)).toBe(known);
});
