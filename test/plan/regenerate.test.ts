import { beforeAll, describe, expect, test } from "vitest";
import { planProject } from "../../generators/commands/create-plan.js";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import {
  createMemoryFiles,
  type Files,
  isTemporary,
  Killed,
  type MemoryFiles,
  nameOf,
} from "../../generators/files.js";
import { type RegenerateRequest, regenerate } from "../../generators/plan/regenerate.js";
import { loadTool, type Tool } from "../../generators/tool.js";
import { lock } from "./lock.js";

const tool: Tool = { ...loadTool(), fingerprint: () => "test" };
const directory = "src/apis/example.com/v1";
const types = `${directory}/types.ts`;
const clientset = "src/client/clientset/clientset.ts";
const state = "node_modules/.cache/create-crd-project";

let fresh: ReadonlyMap<string, string>;

beforeAll(async () => {
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
  fresh = new Map(generated.map(({ path, content }) => [path, content]));
});

async function run(files: Files, more: Partial<RegenerateRequest> = {}) {
  const outcome = await regenerate({ files, tool, mode: "write", groups: [], lock, ...more });
  const { plan, diagnostics, upToDate, elsewhere } = outcome;
  const text = formatDiagnostics({ diagnostics, textOf: () => undefined });
  const paths = [...plan.create, ...plan.update, ...plan.stale].map(({ path }) => path).sort();
  return { paths, text, upToDate, elsewhere, plan };
}

/** The tool, and the templates that a run asked for. */
function watched(): { readonly tool: Tool; readonly used: string[] } {
  const used: string[] = [];
  const template = (name: string) => {
    used.push(name);
    return tool.template(name);
  };
  return { tool: { ...tool, template }, used };
}

/** The project as users see it. */
function project(files: MemoryFiles): ReadonlyMap<string, string> {
  return new Map([...files.contents].filter(([path]) => !path.startsWith(state)));
}

function edited(contents: Iterable<readonly [string, string]>, path: string, text: string) {
  return new Map([...contents, [path, text]]);
}

const withSize = (text: string) =>
  text.replace("replicas?: int32;", "replicas?: int32;\n  size?: int64;");

describe("regenerate", () => {
  test("a change in what another version imports reaches that version", async () => {
    const shared = `${directory}/shared.ts`;
    const other = "src/apis/example.com/v1beta1";
    const files = createMemoryFiles({
      contents: new Map([
        ...fresh,
        [shared, "export type Sizes = string;\n"],
        [
          `${other}/doc.ts`,
          "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n",
        ],
        [
          `${other}/types.ts`,
          'import type { Sizes } from "../v1/shared.js";\nexport interface Disk {\n  sizes: Sizes;\n}\n',
        ],
      ]),
    });
    await run(files);
    expect((await run(files)).paths).toEqual([]);
    files.stage({ path: shared, content: "export type Sizes = string[];\n" }).commit();
    const changed = await run(files);
    expect(changed.paths).toContain(`${other}/zz_generated.deepcopy.ts`);
    const uncached = createMemoryFiles({ contents: project(files) });
    expect((await run(uncached, { mode: "verify" })).paths).toEqual([]);
  });

  test("a header of definitions that changes is written, and one that goes is an error", async () => {
    const header = "hack/header.txt";
    const config = JSON.parse(fresh.get("crd-project.json") ?? "{}");
    const files = createMemoryFiles({
      contents: new Map([
        ...fresh,
        ["crd-project.json", JSON.stringify({ ...config, crd: { headerFile: header } })],
        [header, "# Copyright ACME"],
      ]),
    });
    const definition = "config/crd/example.com_databases.yaml";
    expect((await run(files)).paths).toEqual([definition]);
    expect(files.read(definition)).toMatch(/^# Code generated.*\n# Copyright ACME\n---\n/);
    expect((await run(files)).paths).toEqual([]);
    files.stage({ path: header, content: "# Copyright Umbrella\n" }).commit();
    expect((await run(files)).paths).toEqual([definition]);
    expect(files.read(definition)).toMatch(/^# Code generated.*\n# Copyright Umbrella\n---\n/);
    files.stage({ path: header, content: "Copyright\n" }).commit();
    expect((await run(files)).text).toContain(
      "line 1 of 'hack/header.txt' does not begin with '#'",
    );
  });

  test("the header file of TypeScript is read, and its change a change", async () => {
    const header = "hack/boilerplate.ts.txt";
    const config = JSON.parse(fresh.get("crd-project.json") ?? "{}");
    const settings = { ...config, headerFile: header, year: "2026" };
    const files = createMemoryFiles({
      contents: new Map([
        ...fresh,
        ["crd-project.json", JSON.stringify(settings)],
        [header, "/*\r\n * Copyright YEAR ACME\r\n */\r\n\r\n// https://example.com"],
      ]),
    });
    const register = "src/apis/example.com/v1/zz_generated.register.ts";
    const { paths } = await run(files);
    expect(paths).toContain(register);
    expect(paths.filter((path) => !path.endsWith(".ts"))).toEqual([]);
    expect(files.read(register)).toMatch(
      /^\/\/ Code generated by .*\n\/\*\n \* Copyright 2026 ACME\n \*\/\n\n\/\/ https:\/\/example.com\n\nimport /,
    );
    expect((await run(files)).paths).toEqual([]);
    files.stage({ path: header, content: "// Copyright Umbrella\n" }).commit();
    expect((await run(files)).paths).toEqual(paths);
    expect(files.read(register)).toMatch(/^\/\/ Code.*\n\/\/ Copyright Umbrella\n\nimport /);
    for (const content of ["# Copyright", "// a\nb // c", "/* open", "// x */ /*"]) {
      files.stage({ path: header, content }).commit();
      const { text } = await run(files);
      const isFine = content.startsWith("// x");
      expect(text.includes("holds more than comments of TypeScript")).toBe(!isFine);
    }
    files.stage({ path: "crd-project.json", content: JSON.stringify(config) }).commit();
    expect((await run(files)).paths).toEqual(paths);
    expect(files.read(register)).toMatch(/^\/\/ Code.*\n\nimport /);
  });

  test("a bundle takes the place of the files of its group, and they of it", async () => {
    const config = JSON.parse(fresh.get("crd-project.json") ?? "{}");
    const files = createMemoryFiles({ contents: fresh });
    const configure = (crd: object): void => {
      const content = JSON.stringify({ ...config, crd });
      files.stage({ path: "crd-project.json", content }).commit();
    };
    const [alone, bundle] = ["databases", "crds"].map(
      (one) => `config/crd/example.com_${one}.yaml`,
    );
    configure({ bundle: true });
    expect((await run(files)).paths).toEqual([bundle, alone]);
    expect(files.kind(alone ?? "")).toBeUndefined();
    configure({});
    expect((await run(files)).paths).toEqual([bundle, alone]);
    expect(files.kind(bundle ?? "")).toBeUndefined();
  });

  test("an unchanged project: nothing is rendered, parsed or written", async () => {
    const files = createMemoryFiles({ contents: fresh });
    expect(await run(files)).toMatchObject({ paths: [], text: "", upToDate: 15 });
    const { tool: spy, used } = watched();
    const again = createMemoryFiles({ contents: files.contents });
    expect(await run(again, { tool: spy })).toMatchObject({ paths: [], upToDate: 15 });
    expect(used).toEqual([]);
    expect(again.steps.filter(({ operation }) => !["read", "list"].includes(operation))).toEqual(
      [],
    );
  });

  test("warnings are repeated when there is nothing to do", async () => {
    const text = (fresh.get(types) ?? "").replace("replicas?: int32", "replicas?: number");
    const files = createMemoryFiles({ contents: edited(fresh, types, text) });
    const first = await run(files);
    expect(first.text).toContain("warning type/");
    expect((await run(files)).text).toBe(first.text);
  });

  test.each([
    ["a type changes", types, withSize],
    ["a tag changes", types, (text: string) => text.replace("// +genclient\n", "")],
    ["a generated file was edited", clientset, (text: string) => `${text}// mine\n`],
    [
      "settings change",
      "crd-project.json",
      (text: string) =>
        text.replace('"importExtension"', '"clientsetName": "MainClientset",\n  "importExtension"'),
    ],
    [
      "a generator is left out",
      "crd-project.json",
      (text: string) =>
        text.replace(
          '"importExtension"',
          '"generators": ["deepcopy-gen", "register-gen"],\n  "severities": { "generate/generator-off": "off" },\n  "importExtension"',
        ),
    ],
  ])("%s after a recorded run", async (_, path, change) => {
    const files = createMemoryFiles({ contents: fresh });
    await run(files);
    const next = createMemoryFiles({
      contents: edited(files.contents, path, change(fresh.get(path) ?? "")),
    });
    const cold = createMemoryFiles({ contents: project(next) });
    const warm = await run(next);
    expect(warm.paths).not.toEqual([]);
    expect(warm.paths).toEqual((await run(cold)).paths);
    expect(project(next)).toEqual(project(cold));
    expect(await run(next)).toMatchObject({ paths: [], text: "" });
  });

  test("generated files follow when a folder has another name", async () => {
    const files = createMemoryFiles({ contents: fresh });
    await run(files);
    const config = (fresh.get("crd-project.json") ?? "").replace("src/client", "src/k8s");
    files.stage({ path: "crd-project.json", content: config }).commit();
    await run(files);
    const paths = [...project(files).keys()];
    expect(paths.filter((path) => path.startsWith("src/client/"))).toEqual([]);
    expect(paths).toContain("src/k8s/clientset/clientset.ts");
  });

  test("a file that is gone comes back, one that nobody generates goes", async () => {
    const files = createMemoryFiles({ contents: fresh });
    await run(files);
    files.remove(clientset);
    const old = "src/client/clientset/gone.example.com/v1.ts";
    files.stage({ path: old, content: fresh.get(clientset) ?? "" }).commit();
    expect((await run(files)).paths).toEqual([clientset, old]);
    expect(files.kind("src/client/clientset/gone.example.com")).toBeUndefined();
    expect(project(files)).toEqual(fresh);
  });

  describe("expansions", () => {
    const lister = "src/client/listers/example.com/v1.ts";
    const path = "src/client/listers/example.com/v1_database_expansion.ts";
    const text =
      "export interface DatabaseListerExpansion {\n  names(): readonly string[];\n}\n\n" +
      "export function databaseListerExpansion(_lister: object): DatabaseListerExpansion {\n  return { names: () => [] };\n}\n";

    function stage(files: MemoryFiles, content: string): void {
      files.stage({ path, content }).commit();
    }

    test("are wired though the sources are the same, and unwired when they are gone", async () => {
      const files = createMemoryFiles({ contents: fresh });
      await run(files);
      stage(files, text);
      expect(await run(files)).toMatchObject({ paths: [lister], text: "" });
      expect(files.read(lister)).toContain("databaseListerExpansion(all)");
      expect(await run(files, { mode: "verify" })).toMatchObject({ paths: [], text: "" });
      files.remove(path);
      expect((await run(files)).paths).toEqual([lister]);
      expect(project(files)).toEqual(fresh);
    });

    test("are read again when only they change", async () => {
      const files = createMemoryFiles({ contents: edited(fresh, path, text) });
      await run(files);
      stage(files, text.replace("export function", "function"));
      expect((await run(files)).text).toContain("model/expansion-export");
      stage(files, text);
      expect(await run(files)).toMatchObject({ paths: [], text: "" });
    });

    test("are never touched: also one with the header of a generated file, whose kind has gone", async () => {
      const copy = `// Code generated by create-crd-project lister-gen. DO NOT EDIT.\n\n${text}`;
      const gone = path.replace("database", "gone");
      const contents = edited(edited(fresh, path, copy), gone, copy);
      const files = createMemoryFiles({ contents });
      const first = await run(files);
      expect(first.paths).toEqual([lister]);
      expect(first.text).toContain("model/unused-expansion");
      expect((await run(files, { mode: "verify" })).paths).toEqual([]);
      expect([files.read(path), files.read(gone)]).toEqual([copy, copy]);
    });
  });

  describe("further clientsets", () => {
    const config = (clientsets: readonly object[]) => {
      const settings: object = JSON.parse(fresh.get("crd-project.json") ?? "");
      return JSON.stringify({ ...settings, clientsets });
    };
    const expansion = "src/admin/clientset/example.com/v1_database_expansion.ts";
    const text =
      "export interface DatabaseExpansion {\n  ping(): void;\n}\n\n" +
      "export const databaseExpansion = (_client: object): DatabaseExpansion => ({ ping() {} });\n";

    test("are written into their folders, with expansions of their own", async () => {
      const clientsets = [
        { client: "src/admin", clientsetName: "AdminClientset", fake: false },
        { client: "src/client/beta", input: ["example.com/v1"] },
      ];
      const contents = edited(fresh, "crd-project.json", config(clientsets));
      const files = createMemoryFiles({ contents: edited(contents, expansion, text) });
      const { paths, text: report } = await run(files);
      expect(report).toBe("");
      const folders = new Set(paths.map((path) => path.split("/").slice(0, -2).join("/")));
      expect([...folders]).toEqual([
        "src/admin/applyconfigurations",
        "src/admin",
        "src/admin/clientset",
        "src/admin/informers",
        "src/admin/listers",
        "src/client/beta/applyconfigurations",
        "src/client/beta",
        "src/client/beta/clientset",
        "src/client/beta/informers",
        "src/client/beta/listers",
      ]);
      expect(paths).not.toContain("src/admin/fake/clientset.ts");
      expect(paths).toContain("src/client/beta/fake/clientset.ts");
      expect(files.read("src/admin/clientset/example.com/v1.ts")).toContain("databaseExpansion");
      expect(files.read("src/client/clientset/example.com/v1.ts")).not.toContain("Expansion");
      expect(await run(files)).toMatchObject({ paths: [], text: "" });
      expect((await run(files, { mode: "verify" })).paths).toEqual([]);
    });

    test("that crd-project.json asks for no more, are removed from within the client folder", async () => {
      const clientset = { client: "src/client/beta" };
      const contents = edited(fresh, "crd-project.json", config([clientset]));
      const files = createMemoryFiles({ contents });
      const { paths } = await run(files);
      files
        .stage({ path: "crd-project.json", content: fresh.get("crd-project.json") ?? "" })
        .commit();
      expect((await run(files)).paths).toEqual(paths);
      expect(project(files)).toEqual(fresh);
    });
  });

  test("without its last API a project stays fine, and with a lost folder of APIs it keeps its code", async () => {
    const isApi = (path: string) => path.startsWith("src/apis/");
    const rest = new Map([...fresh].filter(([path]) => !isApi(path)));
    const lost = createMemoryFiles({ contents: rest });
    expect((await run(lost)).text).toContain("error project/missing-apis");
    expect(project(lost)).toEqual(rest);

    const shared = [...fresh].filter(([path]) => path === "src/apis/zz_generated.crd.ts");
    const last = createMemoryFiles({ contents: new Map([...rest, ...shared]) });
    expect((await run(last)).paths).toContain(clientset);
    expect(last.kind("src/apis")).toBeUndefined();
    for (const mode of ["verify", "write"] as const) {
      const { paths, text } = await run(last, { mode });
      expect(paths).toEqual([]);
      expect(text).toMatch(/^warning project\/no-apis: /);
    }
  });

  test("an error: nothing is written, the record included", async () => {
    const broken = edited(
      fresh,
      types,
      (fresh.get(types) ?? "").replace("// +genclient", "// +genclinet"),
    );
    const files = createMemoryFiles({ contents: broken });
    expect((await run(files)).text).toContain("did you mean '+genclient'?");
    expect(project(files)).toEqual(broken);
    expect(files.contents.has(`${state}/run.json`)).toBe(false);
  });

  test("all problems of a run are reported together", async () => {
    const text = withSize(fresh.get(types) ?? "").replace("// +genclient", "// +genclinet");
    const contents = new Map([
      ...fresh,
      [types, text] as const,
      ["src/apis/other.io/v1/types.ts", "export interface A {"] as const,
    ]);
    const files = createMemoryFiles({
      contents,
      fault: ({ operation, path }) =>
        operation === "read" && path === `${directory}/doc.ts` ? "access" : undefined,
    });
    const { text: report } = await run(files);
    expect(report).toContain("tag/unknown");
    expect(report).toContain("type/syntax");
    expect(report).toContain("file/access");
  });

  test.each([`${directory}/doc.ts`, types, directory])(
    "nothing is made of what might stand in %s, which cannot be read",
    async (unreadable) => {
      const controller = "// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get\n";
      const files = createMemoryFiles({
        contents: new Map([...fresh, ["src/controller.ts", controller]]),
        fault: ({ operation, path }) =>
          (operation === "read" || operation === "list") && path === unreadable
            ? "access"
            : undefined,
      });
      const { text, paths } = await run(files);
      expect(text).toMatch(/^error file\/access: .*\n.*\n$/);
      expect(paths).toEqual([]);
    },
  );

  test("a dry run and verify write nothing at all", async () => {
    const contents = edited(fresh, types, withSize(fresh.get(types) ?? ""));
    for (const mode of ["plan", "verify"] as const) {
      const files = createMemoryFiles({ contents });
      expect((await run(files, { mode })).paths).toHaveLength(4);
      expect(files.contents).toEqual(contents);
    }
  });

  test("verify does not believe the record", async () => {
    const files = createMemoryFiles({ contents: fresh });
    await run(files);
    const { tool: spy, used } = watched();
    expect(await run(files, { mode: "verify", tool: spy })).toMatchObject({
      paths: [],
      upToDate: 15,
    });
    expect(used).not.toEqual([]);
  });
});

describe("cache", () => {
  const parts: readonly (readonly [string, (text: string) => string])[] = [
    ["is empty", () => ""],
    ["is garbage", () => "\u0000garbage"],
    ["is cut off", (text) => text.slice(0, text.length / 2)],
    ["has one letter changed", (text) => `${text.slice(0, 80)}#${text.slice(81)}`],
    ["is JSON of another shape", () => `${"0".repeat(64)}\n{"a":1}`],
  ];

  test.each(parts)("a cache that %s is as if it were not there", async (_, damage) => {
    const files = createMemoryFiles({ contents: fresh });
    await run(files);
    const damaged = new Map(
      [...files.contents].map(([path, text]) =>
        path.startsWith(state) ? [path, damage(text)] : [path, text],
      ),
    );
    const again = createMemoryFiles({ contents: damaged });
    expect(await run(again)).toMatchObject({ paths: [], text: "", upToDate: 15 });
    const changed = createMemoryFiles({
      contents: edited(damaged, types, withSize(fresh.get(types) ?? "")),
    });
    expect((await run(changed)).paths).toHaveLength(4);
    // It has been written anew.
    expect(again.contents).toEqual(files.contents);
  });

  test("what another version of the tool cached is not used", async () => {
    const files = createMemoryFiles({ contents: fresh });
    await run(files);
    const { tool: spy, used } = watched();
    await run(files, { tool: { ...spy, fingerprint: () => "another" } });
    expect(used).not.toEqual([]);
  });

  test("entries of files that are gone are removed", async () => {
    const files = createMemoryFiles({ contents: fresh });
    await run(files);
    const entries = () => files.list(`${state}/syntax`).length;
    expect(entries()).toBe(2);
    files.stage({ path: types, content: withSize(fresh.get(types) ?? "") }).commit();
    await run(files);
    expect(entries()).toBe(2);
  });

  test("a project whose cache cannot be written works all the same", async () => {
    const files = createMemoryFiles({
      contents: edited(fresh, types, withSize(fresh.get(types) ?? "")),
      fault: ({ operation, path }) =>
        operation === "stage" && path.startsWith(state) ? "readOnly" : undefined,
    });
    expect((await run(files)).paths).toHaveLength(4);
    expect(await run(files)).toMatchObject({ paths: [], upToDate: 15 });
  });
});

describe("files that have not changed since they were read", () => {
  const late = { lock: { ...lock, now: () => 1_000_000 } };
  const outputs = (files: MemoryFiles, from: number) =>
    files.steps
      .slice(from)
      .filter(({ operation, path }) => operation === "read" && path.startsWith("src/client/"));

  test("are not read again, and changed by hand they are restored", async () => {
    const files = createMemoryFiles({ contents: fresh, now: () => 0 });
    await run(files, late);
    await run(files, late);
    const from = files.steps.length;
    expect((await run(files, late)).paths).toEqual([]);
    expect(outputs(files, from)).toEqual([]);
    files
      .stage({ path: clientset, content: (fresh.get(clientset) ?? "").replace("class", "clas ") })
      .commit();
    expect((await run(files, late)).paths).toEqual([clientset]);
    expect(files.read(clientset)).toBe(fresh.get(clientset));
  });

  test("are read by verify", async () => {
    const files = createMemoryFiles({ contents: fresh, now: () => 0 });
    await run(files, late);
    await run(files, late);
    const from = files.steps.length;
    await run(files, { ...late, mode: "verify" });
    expect(outputs(files, from)).not.toEqual([]);
  });
});

describe("groups", () => {
  async function twoGroups() {
    const other = [...fresh]
      .filter(([path]) => path.startsWith(directory) && !path.includes("zz_generated"))
      .map(
        ([path, text]) =>
          [
            path.replace("example.com", "other.io"),
            text.replaceAll("example.com", "other.io").replaceAll("Database", "Cache"),
          ] as const,
      );
    return createMemoryFiles({ contents: new Map([...fresh, ...other]) });
  }

  test("--group writes the files of that group and the shared ones", async () => {
    const files = await twoGroups();
    files.stage({ path: types, content: withSize(fresh.get(types) ?? "") }).commit();
    const { paths, elsewhere } = await run(files, { groups: ["other.io"] });
    expect(paths).toEqual([
      "config/crd/other.io_caches.yaml",
      "config/samples/other.io_v1_cache.yaml",
      "src/apis/other.io/v1/zz_generated.deepcopy.ts",
      "src/apis/other.io/v1/zz_generated.register.ts",
      "src/apis/other.io/zz_generated.crd.ts",
      "src/apis/zz_generated.crd.ts",
      "src/client/applyconfigurations/other.io/v1.ts",
      "src/client/clientset/clientset.ts",
      "src/client/clientset/other.io/v1.ts",
      "src/client/fake/clientset.ts",
      "src/client/informers/factory.ts",
      "src/client/informers/generic.ts",
      "src/client/informers/other.io/v1.ts",
      "src/client/listers/other.io/v1.ts",
    ]);
    expect(elsewhere).toBe(4);
    expect((await run(files)).paths).toHaveLength(4);
  });

  test("an unknown group, with and without a record", async () => {
    const files = await twoGroups();
    const wanted = "error project/unknown-group: no API group 'other.oi' in this project";
    expect((await run(files, { groups: ["other.oi"] })).text).toContain(wanted);
    await run(files);
    expect((await run(files, { groups: ["other.oi"] })).text).toContain(wanted);
  });
});

describe("a kill", () => {
  test("at any step leaves old or new files, and the next run completes", async () => {
    const settings =
      '{ "version": "0.1.0", "generators": ["deepcopy-gen", "crd-gen"], "severities": { "generate/generator-off": "off" } }';
    const before = new Map([
      ...edited(fresh, types, withSize(fresh.get(types) ?? "")),
      ["crd-project.json", settings],
    ]);
    const whole = createMemoryFiles({ contents: before });
    await run(whole);
    for (let at = 1; at <= whole.steps.length; at += 1) {
      const killed = createMemoryFiles({
        contents: before,
        fault: ({ number }) => (number === at ? "kill" : undefined),
      });
      await expect(run(killed)).rejects.toThrow(Killed);
      for (const [path, text] of project(killed)) {
        if (!isTemporary(nameOf(path))) {
          expect([before.get(path), whole.contents.get(path)]).toContain(text);
        }
      }
      const next = createMemoryFiles({ contents: killed.contents });
      expect((await run(next)).text).toBe("");
      expect(project(next)).toEqual(project(whole));
    }
  });
});

describe("two runs at once", () => {
  test("the second waits, then finds nothing to do", async () => {
    const files = createMemoryFiles({
      contents: edited(fresh, types, withSize(fresh.get(types) ?? "")),
    });
    const waited: string[] = [];
    const other = (pid: number): Partial<RegenerateRequest> => {
      let time = 0;
      return {
        lock: {
          ...lock,
          pid,
          token: `run ${pid}`,
          isAlive: () => true,
          now: () => time,
          sleep: async (milliseconds) => {
            time += milliseconds;
            await new Promise((resolve) => setImmediate(resolve));
          },
          waitMs: 1_000_000,
        },
        onWait: (holder) => waited.push(`${pid} for ${holder?.pid}`),
      };
    };
    const [first, second] = await Promise.all([run(files, other(3)), run(files, other(4))]);
    expect([first.paths.length, second.paths.length].sort()).toEqual([0, 4]);
    expect(waited).toHaveLength(1);
  });

  test("one that does not end is named", async () => {
    const files = createMemoryFiles({
      contents: edited(fresh, `${state}/lock`, '{"pid":7,"host":"here","token":"x"}'),
      now: () => 0,
    });
    const { text } = await run(files, { lock: { ...lock, isAlive: () => true } });
    expect(text).toContain("another run works on this project (process 7 on here)");
  });
});
