import { describe, expect, test } from "vitest";
import { apigroupCommand } from "../../generators/commands/apigroup.js";
import { planProject } from "../../generators/commands/create-plan.js";
import { createPaint } from "../../generators/commands/paint.js";
import { regenerateCommand } from "../../generators/commands/regenerate.js";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { createMemoryFiles, type MemoryFiles } from "../../generators/files.js";
import { parseArguments } from "../../generators/options/flags.js";
import { loadTool } from "../../generators/tool.js";
import { typeCheck } from "../golden/program.js";
import { lock } from "../plan/lock.js";

const tool = loadTool();
const directory = "src/apis/example.com/v1";
const types = `${directory}/types.ts`;
const world = {
  env: {},
  tool,
  paint: createPaint({ color: false }),
  say: () => {},
  lock,
};

async function project(): Promise<ReadonlyMap<string, string>> {
  const { generated } = await planProject({
    tool,
    answers: {
      name: "x",
      description: "x",
      packageManager: "npm",
      fake: true,
      group: "example.com",
      version: "v1",
      kinds: [{ kind: "Database", plural: undefined, scope: "Namespaced", status: true }],
    },
  });
  return new Map(generated.map(({ path, content }) => [path, content]));
}

async function apigroup(files: MemoryFiles, line: string) {
  const { flags, diagnostics } = parseArguments({ command: "apigroup", args: line.split(" ") });
  expect(diagnostics).toEqual([]);
  const mode = flags.switch("yes") === true ? "defaults" : "strict";
  const report = await apigroupCommand({ ...world, files, flags, mode, asker: undefined });
  const { exitCode, text, json } = report;
  const problems = formatDiagnostics({ diagnostics: report.diagnostics, textOf: () => undefined });
  return { exitCode, text: text.join("\n"), json, problems };
}

async function regenerate(files: MemoryFiles) {
  const { flags } = parseArguments({ command: "regenerate", args: [] });
  const report = await regenerateCommand({ ...world, files, flags });
  return formatDiagnostics({
    diagnostics: report.diagnostics,
    textOf: (path) => files.contents.get(path),
  });
}

/** The TypeScript of a project, without what regenerate keeps for itself. */
function tree(files: MemoryFiles): ReadonlyMap<string, string> {
  return new Map(
    [...files.contents].filter(
      ([path]) => path.startsWith("src/") && path !== "src/install-crds.ts",
    ),
  );
}

describe("apigroup", () => {
  test("another kind, another version, another group; all of it generates and compiles", async () => {
    const files = createMemoryFiles({ contents: await project() });
    const lines = [
      "--kind Backup,Restore --yes",
      "--kind Node --scope Cluster --no-status --group example.com --api-version v1 --yes",
      "--group example.com --api-version v2alpha1 --kind Snapshot",
      "--group other.io --kind Redis --plural redises --yes",
      "--group example.org --kind Database --yes",
    ];
    for (const line of lines) {
      expect(await apigroup(files, line)).toMatchObject({ exitCode: 0, problems: "" });
    }
    expect(await regenerate(files)).toBe("");
    expect(files.read(types)).toContain("export interface Restore extends TypeMeta");
    expect(files.read("src/apis/example.org/v1/doc.ts")).toContain("// +groupGoName=ExampleOrg\n");
    expect([...files.contents.keys()].filter((path) => path.startsWith("config/"))).toEqual([
      "config/crd/example.com_backups.yaml",
      "config/crd/example.com_databases.yaml",
      "config/crd/example.com_nodes.yaml",
      "config/crd/example.com_restores.yaml",
      "config/crd/example.com_snapshots.yaml",
      "config/crd/example.org_databases.yaml",
      "config/crd/other.io_redises.yaml",
      "config/rbac/role.yaml",
      "config/samples/example.com_v1_backup.yaml",
      "config/samples/example.com_v1_database.yaml",
      "config/samples/example.com_v1_node.yaml",
      "config/samples/example.com_v1_restore.yaml",
      "config/samples/example.com_v2alpha1_snapshot.yaml",
      "config/samples/example.org_v1_database.yaml",
      "config/samples/other.io_v1_redis.yaml",
    ]);
    expect(typeCheck({ projects: new Map([["project", tree(files)]]) })).toEqual([]);
  });

  test("a group keeps its name in code, whatever other groups there are", async () => {
    const files = createMemoryFiles({ contents: await project() });
    for (const line of [
      "--group example.org --kind Other",
      "--group example.com --api-version v2 --kind Newer",
      "--group example.org --api-version v2 --kind Newer",
    ]) {
      expect(await apigroup(files, line)).toMatchObject({ exitCode: 0, problems: "" });
    }
    expect(await regenerate(files)).toBe("");
    const clientset = files.read("src/client/clientset/clientset.ts") ?? "";
    expect(
      [...clientset.matchAll(/^ {2}(\w+)\(\): \w+Interface;$/gm)].map(([, name]) => name),
    ).toEqual(["exampleV2", "exampleV1", "exampleOrgV2", "exampleOrgV1", "example", "exampleOrg"]);
  });

  test.each([
    ["start.example.com", "StartExampleCom"],
    ["constructor.io", "ConstructorIo"],
    ["fake.example.com", "FakeExampleCom"],
    ["3scale.net", "Group3scaleNet"],
  ])("a group %s gets a name that code can have", async (group, goName) => {
    const files = createMemoryFiles({ contents: await project() });
    expect(await apigroup(files, `--group ${group} --kind A`)).toMatchObject({ problems: "" });
    expect(files.read(`src/apis/${group}/v1/doc.ts`)).toContain(`\n// +groupGoName=${goName}\n`);
    expect(await regenerate(files)).toBe("");
  });

  test.each([
    ["a plural that another kind has", "--kind DataBase", "", "model/plural-collision"],
    [
      "a tag at the end that would speak for the kind",
      "--kind A",
      "\n// +genclient\n",
      "tag/unattached",
    ],
    [
      "an exported name",
      "--kind A",
      'export type { ObjectMeta as AList } from "crd-runtime";\n',
      "project/name-taken",
    ],
    [
      "an exported kind",
      "--kind A",
      "type X = string;\nexport type { X as A };\n",
      "project/kind-exists",
    ],
  ])("%s is refused, and nothing is written", async (_, line, more, code) => {
    const before = await project();
    const contents = new Map([...before, [types, `${before.get(types)}${more}`]]);
    const files = createMemoryFiles({ contents });
    const { exitCode, problems } = await apigroup(files, line);
    expect(exitCode).toBe(1);
    expect(problems).toContain(` ${code}: `);
    expect(files.contents).toEqual(contents);
  });

  test("errors that were there before do not stand in the way", async () => {
    const before = await project();
    const contents = new Map([...before, [types, `${before.get(types)}export type B = any;\n`]]);
    const files = createMemoryFiles({ contents });
    expect(await apigroup(files, "--kind A")).toMatchObject({ exitCode: 0, problems: "" });
    expect(await regenerate(files)).toContain("type/");
  });

  test("another version of a kind says that one has to be stored", async () => {
    const files = createMemoryFiles({ contents: await project() });
    const { text } = await apigroup(files, "--api-version v2 --kind Database --yes");
    expect(text).toContain("Database has several versions now: put // +kubebuilder:storageversion");
    expect(await regenerate(files)).toContain("storage");
  });

  test("says what it did and what comes next", async () => {
    const files = createMemoryFiles({ contents: await project() });
    expect((await apigroup(files, "--kind Backup --yes")).text).toBe(
      [
        "  update  src/apis/example.com/v1/types.ts",
        "Added Backup to example.com/v1.",
        "",
        "Next:",
        "  edit src/apis/example.com/v1/types.ts  say what the kind is",
        "  npx plop regenerate                    generate the code and CRDs",
      ].join("\n"),
    );
    expect(files.contents.has("node_modules/.cache/create-crd-project/lock")).toBe(false);
  });

  test("a dry run writes nothing", async () => {
    const contents = await project();
    const files = createMemoryFiles({ contents });
    const { text, json } = await apigroup(files, "--kind Backup --yes --dry-run");
    expect(text).toContain("Nothing was written");
    expect(json).toMatchObject({
      dryRun: true,
      files: { create: [], update: [types] },
    });
    expect(files.contents).toEqual(contents);
  });

  test("without a terminal and with several groups, the group has to be said", async () => {
    const files = createMemoryFiles({ contents: await project() });
    await apigroup(files, "--group other.io --kind A --yes");
    const { exitCode, problems } = await apigroup(files, "--kind B");
    expect(exitCode).toBe(2);
    expect(problems).toContain("give: --group <group>");
  });

  test("without a version, that of the group with the highest priority is taken", async () => {
    const files = createMemoryFiles({ contents: await project() });
    await apigroup(files, "--api-version v1beta1 --kind A --yes");
    expect((await apigroup(files, "--kind B --yes")).json).toMatchObject({ apiVersion: "v1" });
  });

  test("an error leaves everything as it was, the lock included", async () => {
    const contents = await project();
    const files = createMemoryFiles({
      contents,
      fault: ({ operation, path }) =>
        operation === "stage" && path === types ? "full" : undefined,
    });
    expect((await apigroup(files, "--kind Backup --yes")).problems).toContain("no space left");
    expect(files.contents).toEqual(contents);
  });
});

/** types.ts as people write it: imports, line ends and ends of file of every sort. */
const variants: Readonly<Record<string, string>> = {
  empty: "",
  "a byte order mark": "\uFEFF",
  "no import": "export interface A {\n  b: string;\n}\n",
  "a comment first": "// Copyright\n\nexport interface A {\n  b: string;\n}\n",
  "a license of several lines":
    "/*\n * Copyright\n */\n\n\nexport interface A {\n  b: string;\n}\n",
  "a reference and a license":
    "/// <reference types='node' />\r\n// Copyright\r\n\r\nexport type A = string;\r\n",
  "code behind a comment": "/* A */ export type A = string; /* B */\n\nexport type B = string;\n",
  "no line end at the end": "export interface A {\n  b: string;\n}",
  "blank lines at the end": "export interface A {\n  b: string;\n}\n\n\n",
  CRLF: 'import type { TypeMeta } from "crd-runtime";\r\n\r\nexport interface A extends TypeMeta {\r\n\tb: string;\r\n}\r\n',
  "CRLF, byte order mark, no line end":
    '\uFEFFimport type { TypeMeta } from "crd-runtime";\r\n\r\nexport interface A extends TypeMeta {}',
  "an import at the very end": 'import type { TypeMeta } from "crd-runtime";',
  "an import with a comment":
    "import type { TypeMeta } from 'crd-runtime' // meta\nexport interface A extends TypeMeta {}\n",
  "an import over several lines":
    'import type {\n  TypeMeta,\n  ObjectMeta as Meta,\n} from "crd-runtime"\n\nexport type B = Meta;\n',
  "an import with code behind it":
    'import type { TypeMeta } from "crd-runtime"; export interface A extends TypeMeta { b: string }\n',
  "an import with a comment that goes on":
    'import type { TypeMeta } from "crd-runtime"; /* a\n comment */ export interface A {}\n',
  "everything imported":
    'import type { Condition, int32, int64, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";\n',
  "a namespace": 'import type * as runtime from "crd-runtime";\nexport type A = runtime.int32;\n',
  "imports in a string and in a comment":
    '// import { x } from "y";\nexport type A = "import type { TypeMeta } from \'crd-runtime\';";\n',
  "a lone carriage return": 'export type A = "a";\r// old\rexport type B = "b";\r',
};

describe("types.ts keeps every byte", () => {
  test.each(Object.entries(variants))("%s", async (_, text) => {
    const after = await extended(text);
    // One insertion, of an import, and one addition at the end.
    const common = commonLength(text, after);
    expect(after.indexOf(text.slice(common), common)).toBeGreaterThanOrEqual(common);
    expect(after).toContain("export interface Backup extends");
    expect(after).toMatch(/[^\r\n](\r\n|\n|\r)$/);
    const added = after.slice(common);
    const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
    expect(new Set(added.match(/\r\n|\n|\r/g))).toEqual(new Set([eol]));
  });

  test("a head stays first, and a comment that speaks for a declaration stays above it", async () => {
    const line = "import type { Condition,";
    const type = "export type A = string;\n";
    expect(await extended(`// Copyright\n\n${type}`)).toMatch(`// Copyright\n\n${line}`);
    expect(await extended(`\uFEFF/* Copyright */\n\n${type}`)).toMatch(
      `/* Copyright */\n\n${line}`,
    );
    for (const head of ["// A is a.\n", "/** A is a. */\n\n", "// +k8s:deepcopy-gen=false\n\n"]) {
      const after = await extended(head + type);
      expect(after.startsWith(line)).toBe(true);
      expect(after).toContain(`\n\n${head}${type}`);
    }
  });

  test("and what comes out compiles", async () => {
    const projects = new Map<string, ReadonlyMap<string, string>>();
    for (const [name, text] of Object.entries(variants)) {
      projects.set(name.replaceAll(/\W/g, "-"), new Map([[types, await extended(text)]]));
    }
    const unused = /TS6(133|196|192)/;
    expect(typeCheck({ projects }).filter((problem) => !unused.test(problem))).toEqual([]);
  });
});

/** types.ts with another kind. */
async function extended(text: string): Promise<string> {
  const files = createMemoryFiles({
    contents: [
      ["crd-project.json", '{ "version": "0.1.0" }'],
      [`${directory}/doc.ts`, "// +groupName=example.com\nexport {};\n"],
      [types, text],
    ],
  });
  expect(await apigroup(files, "--kind Backup --yes")).toMatchObject({ exitCode: 0, problems: "" });
  return files.read(types) ?? "";
}

function commonLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) {
    length += 1;
  }
  return length;
}
