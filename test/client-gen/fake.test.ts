import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ClientOptions,
  isDecodeError,
  isInvalid,
  isNotFound,
  type WatchEvent,
} from "crd-runtime";
import type { Fake, FakeOptions } from "crd-testing";
import { afterAll, describe, expect, it } from "vitest";
import { goldenCases, inputOf, type Tree, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

// The fake clientset of a project that is generated here, imported and used.

const folder = mkdtempSync(join(tmpdir(), "fake-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface FakeModule<C> {
  readonly FakeClientset: {
    start(options?: FakeOptions & ClientOptions): Promise<C & { readonly fake: Fake }>;
  };
}

/**
 * Generates the project of a golden case with a fake clientset, and imports that; `C` is what of it the test uses.
 *
 * @param generators those that run; absent: those of the case
 */
async function load<C>(name: string, generators?: readonly string[]): Promise<FakeModule<C>> {
  const golden = goldenCases().find((one) => one.generator === "client-gen" && one.name === name);
  if (golden === undefined) throw new Error(`no golden case ${name}`);
  const project = new Map(inputOf(golden));
  if (generators !== undefined || !project.has("crd-project.json")) {
    const settings = { version: "0.0.0", fake: true, generators };
    project.set("crd-project.json", JSON.stringify(settings));
  }
  return await write<C>({ name: [name, ...(generators ?? [])].join("-"), project });
}

/** Generates a project, and imports its fake clientset; nothing is reported but what is expected. */
async function write<C>(input: {
  readonly name: string;
  readonly project: Tree;
  readonly reports?: RegExp;
}): Promise<FakeModule<C>> {
  const { name, project, reports = /^$/ } = input;
  const { files, report } = await runProject({ project });
  expect(report).toMatch(reports);
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

interface Objects {
  create(object: object): Promise<Named & { readonly status?: object }>;
  get(name: string): Promise<Named>;
  list(): Promise<{ readonly items: readonly Named[] }>;
  update(object: object): Promise<{ readonly status?: object }>;
  updateStatus(object: object): Promise<{ readonly status?: object }>;
}

/** Of a kind of namespaces with a status, and one of the cluster without. */
interface DatabaseClients {
  exampleV1(): { databases(namespace: string): Objects; databaseClasses(): Objects };
}

const everywhere = ["deepcopy-gen", "register-gen", "client-gen"];
const variants = [
  { name: "neither definitions nor schemas", more: [] },
  { name: "definitions", more: ["crd-gen"] },
  { name: "schemas", more: ["zod-gen"] },
  { name: "definitions and schemas", more: ["crd-gen", "zod-gen"] },
];

describe.each(variants)("a fake clientset of a project with $name", ({ more }) => {
  const project = load<DatabaseClients>("decode", [...everywhere, ...more]);

  it("has the objects that it is given, and serves the kinds as they are declared", async () => {
    const { FakeClientset } = await project;
    const spec = { engine: "postgres" };
    const given = { metadata: { name: "given", namespace: "default" }, spec };
    const clientset = await FakeClientset.start({
      objects: [{ apiVersion: "example.com/v1", kind: "Database", ...given }],
    });
    const databases = clientset.exampleV1().databases("default");
    expect((await databases.list()).items).toMatchObject([given]);

    const status = { phase: "Ready" };
    const created = await databases.create({ metadata: { name: "new" }, spec, status });
    expect(created).not.toHaveProperty("status");
    expect(await databases.updateStatus({ ...created, status })).toMatchObject({ status });

    const classes = clientset.exampleV1().databaseClasses();
    const small = await classes.create({ metadata: { name: "small" }, size: 1 });
    expect(small.metadata).not.toHaveProperty("namespace");
    expect((await classes.list()).items).toHaveLength(1);
    expect(
      clientset.fake.actions().map(({ resource, namespace }) => [resource, namespace]),
    ).toEqual([
      ...Array.from({ length: 3 }, () => ["databases", "default"]),
      ...Array.from({ length: 2 }, () => ["databaseclasses", ""]),
    ]);
  });

  it("takes what the definitions take, or anything", async () => {
    const { FakeClientset } = await project;
    const classes = (await FakeClientset.start()).exampleV1().databaseClasses();
    const wrong = { metadata: { name: "wrong" }, size: "s", status: { phase: "Ready" } };
    const outcome = await classes.create(wrong).catch((error: unknown) => isInvalid(error));
    if (more.includes("crd-gen")) expect(outcome).toBe(true);
    else expect(outcome).toMatchObject({ size: "s", status: { phase: "Ready" } });
  });

  if (!more.includes("zod-gen")) return;
  it("checks what it reads when it is asked to", async () => {
    const { FakeClientset } = await project;
    const wrong = {
      apiVersion: "example.com/v1",
      kind: "DatabaseClass",
      metadata: { name: "wrong", uid: "1", resourceVersion: "1" },
      size: "s",
    };
    const outcomes = await Promise.all(
      [undefined, "validate" as const].map(async (decode) => {
        const clientset = await FakeClientset.start(decode === undefined ? {} : { decode });
        clientset.fake.prependReactor({ verb: "get", react: () => ({ object: wrong }) });
        const classes = clientset.exampleV1().databaseClasses();
        return await classes.get("wrong").catch((error: unknown) => isDecodeError(error));
      }),
    );
    expect(outcomes).toEqual([wrong, true]);
  });
});

interface TwoVersions {
  exampleV1(): { databases(namespace: string): Objects };
  exampleV1beta1(): { databases(namespace: string): Objects; backups(namespace: string): Objects };
}

it("a fake clientset serves kinds without a definition, but no version that a definition does not serve", async () => {
  const doc = "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n";
  const imports = 'import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";\n';
  const kind = (name: string, tag: string) => `
// +genclient
// +${tag}
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ${name} extends TypeMeta { metadata: ObjectMeta }
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ${name}List extends TypeMeta { metadata: ListMeta; items: ${name}[] }
`;
  const apis = "src/apis/example.com";
  const beta = [
    kind("Database", "kubebuilder:unservedversion"),
    kind("Backup", "kubebuilder:skipversion"),
  ];
  const { FakeClientset } = await write<TwoVersions>({
    name: "versions",
    reports: /^\S+ - warning generate\/unserved-client/,
    project: new Map([
      ["crd-project.json", JSON.stringify({ version: "0.0.0", fake: true })],
      [`${apis}/v1/doc.ts`, doc],
      [`${apis}/v1/types.ts`, imports + kind("Database", "kubebuilder:storageversion")],
      [`${apis}/v1beta1/doc.ts`, doc],
      [`${apis}/v1beta1/types.ts`, imports + beta.join("")],
    ]),
  });
  const clientset = await FakeClientset.start();
  const made = { metadata: { name: "one" } };
  await clientset.exampleV1().databases("default").create(made);
  await clientset.exampleV1beta1().backups("default").create(made);
  const unserved = clientset.exampleV1beta1().databases("default").get("one");
  expect(isNotFound(await unserved.catch((error: unknown) => error))).toBe(true);
});
