import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type GroupKind,
  type GroupResource,
  type GroupVersion,
  Scheme,
  type TypeMeta,
} from "crd-runtime";
import { formatFieldError } from "crd-runtime/validation";
import { afterAll, describe, expect, it } from "vitest";
import type { ApiModel } from "../../generators/model/index.js";
import { projectConfigSchema } from "../../generators/options.js";
import { registerGen } from "../../generators/register-gen/index.js";
import { createRender } from "../../generators/render/index.js";
import { loadTool } from "../../generators/tool.js";
import { goldenCases, inputOf, type Tree, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

const folder = mkdtempSync(join(tmpdir(), "register-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const golden = goldenCases().find(
  ({ generator, name }) => generator === "register-gen" && name === "database",
);
const project: Tree = golden === undefined ? new Map() : inputOf(golden);
const directory = "src/apis/example.com/v1";

/** What the generated file exports. */
interface Register {
  readonly groupName: string;
  readonly groupVersion: GroupVersion;
  resource(name: string): GroupResource;
  kind(name: string): GroupKind;
  addToScheme(scheme: Scheme): void;
}

describe("the generated file, run", () => {
  it("puts the types into a scheme, which copies them by apiVersion and kind", async () => {
    const { files } = await runProject({ project });
    writeTree({ folder, tree: new Map([...project, ...files]) });
    const register: Register = await import(
      /* @vite-ignore */ join(folder, directory, "zz_generated.register.ts")
    );
    const scheme = new Scheme();
    register.addToScheme(scheme);
    register.addToScheme(scheme);
    expect([...scheme.knownTypes(register.groupVersion).keys()]).toEqual([
      "Cluster",
      "ClusterList",
      "Database",
      "DatabaseList",
    ]);
    const cluster = {
      apiVersion: "example.com/v1",
      kind: "Cluster",
      metadata: { name: "one" },
      spec: { nodes: ["a"] },
    };
    const copy = scheme.deepCopyObject(cluster);
    cluster.spec.nodes.push("b");
    expect(copy).toEqual({ ...cluster, spec: { nodes: ["a"] } });
    expect(register.groupName).toBe("example.com");
    expect(register.resource("clusters")).toEqual({ group: "example.com", resource: "clusters" });
    expect(register.kind("Cluster")).toEqual({ group: "example.com", kind: "Cluster" });
  });
});

describe("defaults", () => {
  const withDefaults = goldenCases().find(
    ({ generator, name }) => generator === "register-gen" && name === "defaults",
  );
  const input: Tree = withDefaults === undefined ? new Map() : inputOf(withDefaults);

  it("are set by a scheme that addToScheme has filled, when it is asked to", async () => {
    const root = join(folder, "defaults");
    const { files } = await runProject({ project: input });
    writeTree({ folder: root, tree: new Map([...input, ...files]) });
    const register: Register = await import(
      /* @vite-ignore */ join(root, directory, "zz_generated.register.ts")
    );
    const scheme = new Scheme();
    register.addToScheme(scheme);
    const queue = { apiVersion: "example.com/v1", kind: "Queue", metadata: { name: "one" } };
    const copy = scheme.deepCopyObject(queue);
    expect(copy).toEqual(queue);
    scheme.default(queue);
    expect(queue).toEqual({ ...copy, size: 10 });
    const list = {
      apiVersion: "example.com/v1",
      kind: "QueueList",
      metadata: {},
      items: [{ metadata: {} }, { metadata: {}, size: 3 }],
    };
    scheme.default(list);
    expect(list.items).toEqual([
      { metadata: {}, size: 10 },
      { metadata: {}, size: 3 },
    ]);
  });

  it("are left out where defaulter-gen does not run", async () => {
    const config = '{ "version": "0.1.0", "generators": ["deepcopy-gen", "register-gen"] }';
    const { files } = await runProject({
      project: new Map([...input, ["crd-project.json", config]]),
    });
    expect(files.get(`${directory}/zz_generated.register.ts`)).not.toContain("registerDefaults");
  });
});

it("validations are those of a kind, and of its version, to a scheme that addToScheme has filled", async () => {
  const found = goldenCases().find(
    ({ generator, name }) => generator === "register-gen" && name === "validations",
  );
  const input: Tree = found === undefined ? new Map() : inputOf(found);
  const root = join(folder, "validations");
  const { files } = await runProject({ project: input });
  writeTree({ folder: root, tree: new Map([...input, ...files]) });
  const register: Register = await import(
    /* @vite-ignore */ join(root, directory, "zz_generated.register.ts")
  );
  const scheme = new Scheme();
  register.addToScheme(scheme);
  const errorsOf = (object: TypeMeta) => scheme.validate(object).map(formatFieldError);
  expect(errorsOf({ apiVersion: "example.com/v1", kind: "Database" })).toEqual([
    "metadata: Required value",
  ]);
  expect(errorsOf({ apiVersion: "example.com/v2", kind: "Database" })).toEqual([]);
});

describe("a model", () => {
  const render = createRender({ template: loadTool().template, importExtension: "js" });

  async function generate(change: (version: ApiModel["groups"][0]["versions"][0]) => object) {
    const { model } = await runProject({ project });
    const groups = model.groups.map((group) => ({
      ...group,
      versions: group.versions.map((version) => ({ ...version, ...change(version) })),
    }));
    const options = projectConfigSchema.parse({ version: "0.0.0" });
    return registerGen.generate({ model: { groups }, options, render });
  }

  it("whose object cannot be copied is reported", async () => {
    const { diagnostics } = await generate(({ types }) => ({
      types: types.map((type) => ({ ...type, deepCopy: { ...type.deepCopy, generate: false } })),
    }));
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContain(
      "generate/no-copy-for-scheme Database is tagged as runtime.Object but has no deep copy function",
    );
  });

  it("without runtime.Object needs no file", async () => {
    const output = await generate(({ types }) => ({
      types: types.map((type) => ({
        ...type,
        deepCopy: { ...type.deepCopy, runtimeObject: false },
      })),
    }));
    expect(output).toEqual({ files: [], diagnostics: [] });
  });

  it("of the core group names the group by the empty string", async () => {
    const { files } = await generate(() => ({ group: "" }));
    expect(files[0]?.content).toContain('export const groupName = "";');
    expect(files[0]?.content).toContain("of these types: v1. */");
  });
});
