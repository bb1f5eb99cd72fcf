import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WatchEvent } from "crd-runtime";
import type { Fake, FakeOptions } from "crd-testing";
import { afterAll, expect, it } from "vitest";
import { goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

// The fake clientset of a project that is generated here, imported and used.

const folder = mkdtempSync(join(tmpdir(), "fake-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Generates the project of a golden case with a fake clientset, and imports that; `C` is what of it the test uses. */
async function load<C>(name: string): Promise<{
  readonly FakeClientset: {
    start(options?: FakeOptions): Promise<C & { readonly fake: Fake }>;
  };
}> {
  const golden = goldenCases().find((one) => one.generator === "client-gen" && one.name === name);
  if (golden === undefined) throw new Error(`no golden case ${name}`);
  const settings = JSON.stringify({ version: "0.0.0", fake: true });
  const project = new Map([["crd-project.json", settings], ...inputOf(golden)]);
  const { files, report } = await runProject({ project });
  expect(report).toBe("");
  const root = join(folder, name);
  writeTree({ folder: root, tree: new Map([...project, ...files]) });
  return await import(/* @vite-ignore */ join(root, "src/client/fake/clientset.ts"));
}

interface Named {
  readonly metadata: { readonly name?: string };
}

interface ExpandedClients {
  exampleV1(): {
    databases(namespace: string): { getOrCreate(database: object): Promise<Named> };
  };
}

interface CoreClients {
  coreV1(): {
    configMaps(namespace: string): {
      create(object: object): Promise<Named>;
      apply(object: object, options: object): Promise<Named>;
      list(): Promise<object>;
      watch(options: object): AsyncIterable<WatchEvent<Named>>;
    };
    namespaces(): { get(name: string): Promise<Named> };
  };
}

it("a fake clientset has the methods of expansions", async () => {
  const { FakeClientset } = await load<ExpandedClients>("expansion");
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

it("a fake clientset has the objects that it is given", async () => {
  const { FakeClientset } = await load<CoreClients>("core");
  const given = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "one" } };
  const metadata = { ...given.metadata, namespace: "default" };
  const clientset = await FakeClientset.start({ objects: [{ ...given, metadata }] });
  expect(await clientset.coreV1().configMaps("default").list()).toMatchObject({
    items: [{ metadata }],
  });
});

it("clients of the core group are served as the group's own", async () => {
  const { FakeClientset } = await load<CoreClients>("core");
  const clientset = await FakeClientset.start();
  const configMaps = clientset.coreV1().configMaps("default");
  await configMaps.create({ metadata: { name: "one" }, data: { a: "b" } });
  await configMaps.apply({ metadata: { name: "two" } }, { fieldManager: "me" });
  expect(await configMaps.list()).toMatchObject({
    apiVersion: "v1",
    kind: "ConfigMapList",
    items: [
      { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "one" }, data: { a: "b" } },
      { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "two" } },
    ],
  });
  for await (const event of configMaps.watch({ resourceVersion: "0" })) {
    expect(event).toMatchObject({ type: "ADDED", object: { metadata: { name: "one" } } });
    break;
  }
  const namespace = await clientset.coreV1().namespaces().get("default");
  expect(namespace).toMatchObject({ kind: "Namespace", status: { phase: "Active" } });
});
