import { describe, expect, test } from "vitest";
import { importCommand } from "../../generators/commands/import/index.js";
import { createPaint } from "../../generators/commands/paint.js";
import { regenerateCommand } from "../../generators/commands/regenerate.js";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { createMemoryFiles, type MemoryFiles } from "../../generators/files.js";
import { parseArguments } from "../../generators/options/flags.js";
import { loadTool } from "../../generators/tool.js";
import { lock } from "../plan/lock.js";

const world = {
  env: {},
  tool: loadTool(),
  paint: createPaint({ color: false }),
  say: () => {},
  lock,
};

function definition(input: {
  readonly kind: string;
  readonly group?: string;
  readonly versions?: readonly string[];
}): string {
  const { kind, group = "example.com", versions = ["v1"] } = input;
  const plural = `${kind.toLowerCase()}s`;
  return JSON.stringify({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: "Namespaced",
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: versions.map((name, index) => ({
        name,
        served: true,
        storage: index === 0,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              metadata: { type: "object" },
              spec: {
                type: "object",
                properties: {
                  size: { type: "integer", format: "int32" },
                  parts: {
                    type: "array",
                    items: {
                      type: "object",
                      properties: { name: { type: "string", enum: ["b", "a"] } },
                    },
                  },
                },
                required: ["size"],
              },
            },
          },
        },
      })),
    },
  });
}

function project(contents: Readonly<Record<string, string>> = {}): MemoryFiles {
  return createMemoryFiles({
    contents: new Map(
      Object.entries({ "crd-project.json": '{ "version": "0.1.0" }', ...contents }),
    ),
  });
}

async function run(input: {
  readonly files: MemoryFiles;
  readonly line: string;
  readonly sources: Readonly<Record<string, string>>;
}) {
  const { files, line, sources } = input;
  const { flags, diagnostics } = parseArguments({ command: "import", args: line.split(" ") });
  expect(diagnostics).toEqual([]);
  const outside = new Map(Object.entries(sources));
  const report = await importCommand({
    ...world,
    files,
    flags,
    mode: "strict",
    asker: undefined,
    world: {
      cwd: "/work",
      openFiles: (root) => below({ contents: outside, root }),
      fetchText: async (address) => ({ text: outside.get(address) ?? "" }),
      readCluster: async () => ({ text: outside.get("cluster") ?? "" }),
    },
  });
  const { exitCode, json } = report;
  const { textOf = () => undefined } = report;
  const problems = formatDiagnostics({ diagnostics: report.diagnostics, textOf });
  return { exitCode, json, text: report.text.join("\n"), problems };
}

/** The files below a folder. */
function below(input: {
  readonly contents: ReadonlyMap<string, string>;
  readonly root: string;
}): MemoryFiles {
  const prefix = `${input.root.replace(/^\/work\/?/, "")}/`.replace(/^\//, "");
  return createMemoryFiles({
    contents: new Map(
      [...input.contents]
        .filter(([path]) => path.startsWith(prefix) && !path.includes(":"))
        .map(([path, text]) => [path.slice(prefix.length), text]),
    ),
  });
}

function paths(files: MemoryFiles): readonly string[] {
  return [...files.contents.keys()].filter((path) => path.startsWith("src/apis/")).sort();
}

describe("plop import", () => {
  test("makes types from which regenerate makes the definition", async () => {
    const files = project();
    const queue = definition({ kind: "Queue" });
    const report = await run({ files, line: "crd.json", sources: { "crd.json": queue } });
    expect(report.problems).toBe("");
    expect(report.text).toBe(
      [
        "  create  src/apis/example.com/v1/doc.ts",
        "  create  src/apis/example.com/v1/types.ts",
        "Imported 1 kind.",
        "",
        "Next:",
        "  npx plop regenerate  generate the code and CRDs",
      ].join("\n"),
    );
    expect(report.exitCode).toBe(0);
    expect(files.contents.get("src/apis/example.com/v1/types.ts")).toContain(
      'export interface Part {\n  name?: "b" | "a";\n}',
    );
    const { flags } = parseArguments({ command: "regenerate", args: [] });
    const generated = await regenerateCommand({ ...world, files, flags });
    expect(generated.exitCode).toBe(0);
    expect(files.contents.get("config/crd/example.com_queues.yaml")).toContain("- b\n");
  });

  test("reads folders, patterns, addresses and the cluster, and lists in them", async () => {
    const sources = {
      "crds/one.yaml": definition({ kind: "One" }),
      "crds/deep/two.yml": definition({ kind: "Two" }),
      "crds/values.yaml": "{{ .Values.x }}: [",
      "crds/readme.md": "CustomResourceDefinition",
      "other/three.json": definition({ kind: "Three" }),
      "other/four.json": definition({ kind: "Four" }),
      "https://example.com/five.yaml": definition({ kind: "Five" }),
      cluster: `{"apiVersion":"v1","kind":"List","items":[${definition({ kind: "Six" })}]}`,
    };
    const files = project();
    const line = "crds other/t*.json https://example.com/five.yaml cluster --format json";
    const { json, problems } = await run({ files, line, sources });
    expect(problems).toBe("");
    expect(json).toMatchObject({
      dryRun: false,
      imported: ["Two", "One", "Three", "Five", "Six"].map((kind) => ({
        kind,
        group: "example.com",
        versions: ["v1"],
      })),
    });
    expect(paths(files)).toEqual([
      "src/apis/example.com/v1/doc.ts",
      "src/apis/example.com/v1/types.ts",
    ]);
  });

  test("writes nothing in a dry run", async () => {
    const files = project();
    const sources = { "crd.json": definition({ kind: "Queue", versions: ["v1", "v1beta1"] }) };
    const report = await run({ files, line: "crd.json --dry-run", sources });
    expect(report.text).toContain("create  src/apis/example.com/v1beta1/types.ts");
    expect(report.text).toContain("1 kind would be imported. Nothing was written (--dry-run).");
    expect(paths(files)).toEqual([]);
  });

  test("keeps what is there: a kind is not imported twice, another comes beside", async () => {
    const files = project();
    const sources = {
      "queue.json": definition({ kind: "Queue", versions: ["v1", "v2"] }),
      "topic.json": definition({ kind: "Topic" }),
    };
    await run({ files, line: "queue.json", sources });
    const before = new Map(files.contents);
    const again = await run({ files, line: "queue.json", sources });
    expect(again.exitCode).toBe(1);
    expect(again.text).toBe("Nothing was written.");
    expect(again.problems).toContain(
      "queue.json:1:87 - error project/kind-exists: kind 'Queue' exists already in example.com/v2",
    );
    expect(files.contents).toEqual(before);
    const other = await run({ files, line: "queue.json topic.json", sources });
    expect(other.exitCode).toBe(1);
    expect(paths(files)).toContain("src/apis/example.com/v1/topic.ts");
    // Part is in types.ts.
    expect(files.contents.get("src/apis/example.com/v1/topic.ts")).toContain("TopicPart[]");
    for (const [path, text] of before) expect(files.contents.get(path)).toBe(text);
  });

  test("leaves a kind out of which one version finds its name taken by a type that is none", async () => {
    const files = project();
    const sources = {
      "queue.json": definition({ kind: "Queue", versions: ["v1"] }),
      "part.json": definition({ kind: "Part", versions: ["v1", "v2"] }),
    };
    await run({ files, line: "queue.json", sources });
    const before = new Map(files.contents);
    expect(files.contents.get("src/apis/example.com/v1/types.ts")).toContain("interface Part ");
    const taken = await run({ files, line: "part.json", sources });
    expect(taken.exitCode).toBe(1);
    expect(taken.problems).toContain(
      "error import/name-taken: 'parts.example.com' is left out: example.com/v1 has another type that is called 'Part'",
    );
    expect(taken.text).toBe("Nothing was written.");
    expect(files.contents).toEqual(before);
    const both = await run({ files: project(), line: "queue.json part.json", sources });
    expect(both.exitCode).toBe(0);
    expect(both.text).toContain("Imported 2 kinds.");
  });

  test("goes on behind a definition that is wrong", async () => {
    const files = project();
    const wrong = definition({ kind: "Wrong" }).replace('"integer"', '"int"');
    const text = `${wrong}\n---\n${definition({ kind: "Right" })}\n---\nkind: Service\n`;
    const report = await run({ files, line: "all.yaml", sources: { "all.yaml": text } });
    expect(report.exitCode).toBe(1);
    expect(report.problems).toContain("error import/invalid: 'wrongs.example.com' is left out");
    expect(report.problems).toContain("warning import/other-object");
    expect(report.text).toContain("Imported 1 kind.");
  });

  test("goes on behind files that nobody can read, and says of each where and why", async () => {
    const files = project();
    const before = new Set(files.contents.keys());
    const right = definition({ kind: "Right" });
    const old = definition({ kind: "Old" }).replace("k8s.io/v1", "k8s.io/v1beta1");
    const sources = {
      "all/1-truncated.yaml": right.slice(0, right.length / 2),
      "all/2-nul.yaml": "kind: CustomResourceDefinition\nname: \0\n",
      "all/3-cycle.yaml": "kind: CustomResourceDefinition\nspec: &s\n  a: *s\n",
      "all/4-twice.yaml": "kind: CustomResourceDefinition\nkind: b\n",
      "all/5-helm.yaml": `{{- if .Values.crds }}\n${right}\n{{- end }}\n`,
      "all/6-old.yaml": old,
      "all/7-empty.yaml": "",
      "all/8-right.yaml": `\ufeff${right.replaceAll("\n", "\r\n")}`,
    };
    const report = await run({ files, line: "all nowhere.yaml", sources });
    expect(report.exitCode).toBe(1);
    const heads = report.problems.split("\n").filter((line) => / (?:error|warning) /.test(line));
    expect(heads.map((line) => line.replace(/: .*/, ""))).toEqual(
      expect.arrayContaining(
        ["2-nul.yaml:2:7", "3-cycle.yaml:3:6", "4-twice.yaml:2:1", "5-helm.yaml:1:3"].map(
          (place) => `all/${place} - error import/syntax`,
        ),
      ),
    );
    expect(report.problems).toContain("all/1-truncated.yaml:");
    expect(report.problems).toContain("all/6-old.yaml:");
    expect(report.problems).toContain("'nowhere.yaml' cannot be read: there is no such file");
    expect(report.text).toContain("Imported 1 kind.");
    const added = [...files.contents.keys()].filter((path) => !before.has(path));
    expect(added.filter((path) => !path.startsWith(".crd-project/"))).toEqual([
      "src/apis/example.com/v1/doc.ts",
      "src/apis/example.com/v1/types.ts",
    ]);
  });

  test("writes nothing when nothing can be read", async () => {
    const files = project();
    const before = new Map(files.contents);
    const old = definition({ kind: "Old" }).replace("k8s.io/v1", "k8s.io/v1beta1");
    for (const text of ["", "a: [", "just text", old, "\0"]) {
      const report = await run({ files, line: "crd.yaml", sources: { "crd.yaml": text } });
      expect(report.exitCode).toBe(1);
      expect(report.problems).toMatch(/import\/(?:nothing-found|syntax|old-version)/);
      expect(report.problems.match(/import\//g)?.length).toBeLessThanOrEqual(2);
    }
    expect(new Map(files.contents)).toEqual(before);
  });

  test("takes the same definition from two places once", async () => {
    const files = project();
    const queue = definition({ kind: "Queue" });
    const sources = { "a/queue.yaml": queue, "b/queue.yaml": queue };
    const report = await run({ files, line: "a b", sources });
    expect(report).toMatchObject({ exitCode: 0, problems: "" });
  });

  test("gives groups of one first word names of their own", async () => {
    const files = project();
    const sources = {
      "one.json": definition({ kind: "One", group: "db.example.com" }),
      "two.json": definition({ kind: "Two", group: "db.example.org" }),
    };
    await run({ files, line: "one.json two.json", sources });
    const { flags } = parseArguments({ command: "regenerate", args: [] });
    expect((await regenerateCommand({ ...world, files, flags })).exitCode).toBe(0);
  });
});
