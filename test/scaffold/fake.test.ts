import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isNotFound, type KubernetesObject } from "crd-runtime";
import type { Fake } from "crd-testing";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { apigroupCommand } from "../../generators/commands/apigroup.js";
import { createPaint } from "../../generators/commands/paint.js";
import { createMemoryFiles } from "../../generators/files.js";
import { parseArguments } from "../../generators/options/flags.js";
import { loadTool } from "../../generators/tool.js";
import { type Tree, writeTree } from "../golden/case.js";
import { typeCheck } from "../golden/program.js";
import { runProject } from "../golden/run.js";
import { lock } from "../plan/lock.js";
import { answers, contentsOf } from "./projects.js";

// Generated fake clientsets of projects of every sort, imported and started.

const folder = mkdtempSync(join(tmpdir(), "fake-clientset-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Client {
  create(object: object): Promise<KubernetesObject>;
  updateStatus(object: object): Promise<KubernetesObject>;
  list(): Promise<{ readonly items: readonly KubernetesObject[] }>;
}

/** As the tests below use it: each has the kinds of its own project alone. */
interface FakeClientset {
  readonly fake: Fake;
  exampleV1(): { databases(namespace: string): Client };
  otherV1(): { redises(): Client };
  coreV1(): { databases(namespace: string): Client };
  appsV1(): { databases(namespace: string): Client };
}

/** Starts the fake clientset of a project, generated files included, where it lies in it. */
async function startFake(input: {
  readonly project: Tree;
  readonly client?: string;
}): Promise<FakeClientset> {
  const { project, client = "src/client" } = input;
  const root = mkdtempSync(join(folder, "project-"));
  writeTree({ folder: root, tree: project });
  const module: { FakeClientset: { start(): Promise<FakeClientset> } } = await import(
    /* @vite-ignore */ join(root, client, "fake/clientset.ts")
  );
  const clientset = await module.FakeClientset.start();
  onTestFinished(() => clientset.fake.stop());
  return clientset;
}

/** What is hand-written of a new project, under settings of its own and in a group of its own. */
async function sources(input: {
  readonly config?: object;
  readonly group?: string;
}): Promise<Tree> {
  const { config = {}, group = "example.com" } = input;
  const contents = await contentsOf(answers());
  const directory = group === "" ? "core" : group;
  const api = [...contents]
    .filter(([path]) => /\/(doc|types)\.ts$/.test(path))
    .map(
      ([path, text]) =>
        [
          path.replace("/example.com/", `/${directory}/`),
          text.replace("+groupName=example.com", `+groupName=${group}`),
        ] as const,
    );
  const settings = { version: loadTool().version, fake: true, ...config };
  return new Map([...api, ["crd-project.json", JSON.stringify(settings)]]);
}

async function generated(project: Tree): Promise<{ readonly project: Tree; report: string }> {
  const { files, report } = await runProject({ project });
  return { project: new Map([...project, ...files]), report };
}

/** Import extensions are the project's own; everything else is checked as strictly as it gets. */
function problemsOf(project: Tree): readonly string[] {
  const code = [...project].filter(([path]) => path.endsWith(".ts"));
  return typeCheck({ projects: new Map([["project", new Map(code)]]) });
}

const name = { metadata: { name: "a" } };
/** What the schema refuses, where there is one. */
const wrong = { ...name, spec: { replicas: "many" } };

describe("a fake clientset", () => {
  test.each([
    ["a client folder elsewhere", { client: "packages/api/src/generated/client" }],
    ["a CRD folder elsewhere", { crds: "deploy/helm/crds" }],
    ["both in one place", { client: "lib", crds: "lib/fake/crds" }],
    ["CRDs above everything", { client: "a/b/c/d", crds: "crds" }],
    ["import extension ts", { importExtension: "ts" }],
  ])("with %s has the schemas of the project", async (_, config) => {
    const { project, report } = await generated(await sources({ config }));
    expect(report).toBe("");
    expect(problemsOf(project)).toEqual([]);
    const clientset = await startFake({ project, ...config });
    const databases = clientset.exampleV1().databases("anywhere");
    await expect(databases.create(wrong)).rejects.toThrow("spec.replicas");
    const created = await databases.create({ ...name, spec: { replicas: 1 } });
    expect(created).toMatchObject({ apiVersion: "example.com/v1", kind: "Database" });
    expect((await databases.list()).items).toEqual([created]);
    expect(clientset.fake.actions().map(({ verb }) => verb)).toEqual(["create", "create", "list"]);
  });

  test("without crd-gen takes objects of any content, and keeps the status apart", async () => {
    const all = ["deepcopy-gen", "register-gen", "client-gen", "lister-gen", "informer-gen"];
    const { project } = await generated(await sources({ config: { generators: all } }));
    const text = project.get("src/client/fake/clientset.ts") ?? "";
    expect(text).not.toMatch(/config\/crd|has the CRDs of this project/);
    expect(problemsOf(project)).toEqual([]);
    const databases = (await startFake({ project })).exampleV1().databases("anywhere");
    const created = await databases.create({ ...wrong, status: { ready: true } });
    expect(created).toMatchObject({ spec: wrong.spec });
    expect(created).not.toHaveProperty("status");
    const status = { ready: true };
    expect(await databases.updateStatus({ ...created, status })).toMatchObject({ status });
  });

  test.each([
    ["the core group", "", "coreV1"],
    ["a group without a dot", "apps", "appsV1"],
  ] as const)(
    "starts with nothing but %s, whose kinds cannot be defined",
    async (_, group, accessor) => {
      const { project, report } = await generated(await sources({ group }));
      expect(report).toContain("crd/group-without-dot");
      expect([...project.keys()].filter((path) => path.startsWith("config/"))).toEqual([]);
      expect(project.get("src/client/fake/clientset.ts")).not.toContain("config/crd");
      expect(problemsOf(project)).toEqual([]);
      const databases = (await startFake({ project }))[accessor]().databases("anywhere");
      await expect(databases.create(name)).rejects.toSatisfy(isNotFound);
    },
  );

  test("starts with the core group beside one that has CRDs", async () => {
    const core = await sources({ group: "" });
    const { project } = await generated(new Map([...core, ...(await sources({}))]));
    const clientset = await startFake({ project });
    await expect(clientset.exampleV1().databases("a").create(wrong)).rejects.toThrow("replicas");
    await expect(clientset.coreV1().databases("a").create(name)).rejects.toSatisfy(isNotFound);
  });

  test("has a group that was added, once the code is generated again", async () => {
    const files = createMemoryFiles({ contents: await contentsOf(answers()) });
    const line = "--group other.io --kind Redis --plural redises --scope Cluster --status";
    const { flags } = parseArguments({ command: "apigroup", args: line.split(" ") });
    const report = await apigroupCommand({
      env: {},
      tool: loadTool(),
      paint: createPaint({ color: false }),
      say: () => {},
      lock,
      files,
      flags,
      mode: "strict",
      asker: undefined,
    });
    expect(report).toMatchObject({ exitCode: 0 });
    const before = files.read("src/client/fake/clientset.ts");
    expect(before).not.toContain("other.io");
    const { project } = await generated(files.contents);
    const clientset = await startFake({ project });
    const redises = clientset.otherV1().redises();
    await expect(redises.create(wrong)).rejects.toThrow("spec.replicas");
    const status = { conditions: [] };
    const created = await redises.create({ ...name, spec: {} });
    expect(await redises.updateStatus({ ...created, status })).toMatchObject({ status });
    await clientset
      .exampleV1()
      .databases("anywhere")
      .create({ ...name, spec: {} });
    expect((await redises.list()).items).toHaveLength(1);
  });
});
