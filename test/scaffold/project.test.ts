import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { planProject } from "../../generators/commands/create-plan.js";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { createMemoryFiles } from "../../generators/files.js";
import type { KindAnswer, ProjectAnswers } from "../../generators/options/answers.js";
import { regenerate } from "../../generators/plan/regenerate.js";
import { loadTool } from "../../generators/tool.js";
import { typeCheck } from "../golden/program.js";

const tool = loadTool();

function kind(name: string, more: Partial<KindAnswer> = {}): KindAnswer {
  return { kind: name, plural: undefined, scope: "Namespaced", status: true, ...more };
}

function answers(more: Partial<ProjectAnswers> = {}): ProjectAnswers {
  return {
    name: "my-operator",
    description: 'A "quoted" \\ description',
    packageManager: "npm",
    fake: true,
    group: "example.com",
    version: "v1",
    kinds: [kind("Database")],
    ...more,
  };
}

/** Answers that make very different projects. */
const projects: Readonly<Record<string, ProjectAnswers>> = {
  usual: answers(),
  "cluster-scoped": answers({ kinds: [kind("Cluster", { scope: "Cluster" })] }),
  "without status": answers({ kinds: [kind("Database", { status: false })] }),
  "several kinds": answers({
    kinds: [kind("Database"), kind("DB", { plural: "dbs", scope: "Cluster" }), kind("HTTPRoute")],
  }),
  "a plural of its own": answers({ kinds: [kind("Redis", { plural: "redises" })] }),
  "a beta version of a long group": answers({ group: "my-team.example.co.uk", version: "v2beta1" }),
  "a group that begins with a digit": answers({ group: "1st.example.com" }),
  "a kind with the name of a module": answers({ kinds: [kind("Clientset"), kind("Test")] }),
  "without a fake": answers({ fake: false }),
  pnpm: answers({ packageManager: "pnpm" }),
  yarn: answers({ packageManager: "yarn" }),
  bun: answers({ packageManager: "bun" }),
};

async function contentsOf(given: ProjectAnswers): Promise<ReadonlyMap<string, string>> {
  const { generated, diagnostics } = await planProject({ answers: given, tool });
  expect(formatDiagnostics({ diagnostics, textOf: () => undefined })).toBe("");
  return new Map(generated.map(({ path, content }) => [path, content]));
}

describe("a new project", () => {
  test("has these files", async () => {
    expect([...(await contentsOf(answers())).keys()].sort()).toEqual([
      ".gitattributes",
      ".github/workflows/ci.yaml",
      ".gitignore",
      "README.md",
      "config/crd/example.com_databases.yaml",
      "config/samples/example.com_v1_database.yaml",
      "crd-project.json",
      "package.json",
      "plopfile.js",
      "src/apis/example.com/v1/doc.ts",
      "src/apis/example.com/v1/types.ts",
      "src/apis/example.com/v1/zz_generated.deepcopy.ts",
      "src/apis/example.com/v1/zz_generated.register.ts",
      "src/client/clientset/clientset.ts",
      "src/client/clientset/example.com/v1.ts",
      "src/client/informers/example.com/v1.ts",
      "src/client/informers/factory.ts",
      "src/client/informers/generic.ts",
      "src/client/listers/example.com/v1.ts",
      "src/explain.ts",
      "src/install-crds.ts",
      "src/kube-config.ts",
      "src/main.ts",
      "test/api.test.ts",
      "tsconfig.json",
    ]);
  });

  test("type-checks under its own settings, whatever the answers", async () => {
    const trees = new Map<string, ReadonlyMap<string, string>>();
    for (const [name, given] of Object.entries(projects)) {
      trees.set(name.replaceAll(" ", "-"), await contentsOf(given));
    }
    expect(typeCheck({ projects: trees })).toEqual([]);
  });

  test.each(Object.entries(projects))("%s: regenerate changes nothing", async (_, given) => {
    const files = createMemoryFiles({ contents: await contentsOf(given) });
    const outcome = await regenerate({
      files,
      tool,
      mode: "verify",
      groups: [],
      lock: {
        pid: 1,
        host: "here",
        token: "test",
        isAlive: () => false,
        now: () => 0,
        sleep: async () => {},
        waitMs: 0,
      },
    });
    expect(formatDiagnostics({ diagnostics: outcome.diagnostics, textOf: () => undefined })).toBe(
      "",
    );
    const { create, update, stale } = outcome.plan;
    expect([...create, ...update, ...stale].map(({ path }) => path)).toEqual([]);
    expect(outcome.upToDate).toBeGreaterThan(6);
  });

  test.each(Object.entries(projects))(
    "%s: JSON and YAML parse, nothing is left unfilled",
    async (_, given) => {
      for (const [path, text] of await contentsOf(given)) {
        expect(text.endsWith("\n") && !text.endsWith("\n\n"), path).toBe(true);
        expect(text, path).not.toMatch(/\{\{|\[object/);
        if (path.endsWith(".json")) {
          expect(JSON.parse(text), path).toBeTypeOf("object");
        }
        if (path.endsWith(".yaml")) {
          expect(
            parseAllDocuments(text).flatMap(({ errors }) => errors),
            path,
          ).toEqual([]);
        }
      }
    },
  );

  test("package.json says what was answered", async () => {
    const text = (await contentsOf(answers({ name: "x" }))).get("package.json") ?? "";
    const manifest: unknown = JSON.parse(text);
    expect(manifest).toMatchObject({
      name: "x",
      description: 'A "quoted" \\ description',
      private: true,
      type: "module",
      dependencies: { "crd-runtime": tool.version, "@kubernetes/client-node": "^1.4.0" },
      devDependencies: { "create-crd-project": tool.version, plop: "^4.0.5" },
    });
  });

  test("names in generated code fit no more than 100 columns", async () => {
    const text =
      (await contentsOf(projects["several kinds"] ?? answers())).get("src/main.ts") ?? "";
    expect(text.split("\n").filter((line) => line.length > 110)).toEqual([]);
  });
});
