import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fake } from "crd-testing";
import { afterAll, expect, it } from "vitest";
import { goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

// The fake clientset of a project that is generated here, imported and used.

const folder = mkdtempSync(join(tmpdir(), "fake-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The clients of the golden case of expansions, as this test uses them. */
interface ExpandedClientset {
  readonly fake: Fake;
  exampleV1(): {
    databases(namespace: string): {
      getOrCreate(database: object): Promise<{ readonly metadata: object }>;
    };
  };
}

/** Generates the project of a golden case with a fake clientset, and imports that. */
async function load(name: string): Promise<{
  readonly FakeClientset: { start(): Promise<ExpandedClientset> };
}> {
  const golden = goldenCases().find((one) => one.generator === "client-gen" && one.name === name);
  if (golden === undefined) throw new Error(`no golden case ${name}`);
  const settings = JSON.stringify({ version: "0.0.0", fake: true });
  const project = new Map([...inputOf(golden), ["crd-project.json", settings]]);
  const { files, report } = await runProject({ project });
  expect(report).toBe("");
  const root = join(folder, name);
  writeTree({ folder: root, tree: new Map([...project, ...files]) });
  return await import(/* @vite-ignore */ join(root, "src/client/fake/clientset.ts"));
}

it("a fake clientset has the methods of expansions", async () => {
  const { FakeClientset } = await load("expansion");
  const clientset = await FakeClientset.start();
  const databases = clientset.exampleV1().databases("default");
  const created = await databases.getOrCreate({ metadata: { name: "one" }, spec: { size: 1 } });
  const read = await databases.getOrCreate({ metadata: { name: "one" }, spec: { size: 2 } });
  expect(read).toEqual(created);
  const actions = clientset.fake.actions().map(({ verb, name }) => [verb, name]);
  expect(actions).toEqual([
    ["get", "one"],
    ["create", "one"],
    ["get", "one"],
  ]);
});
