import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { createMemoryFiles } from "../../generators/files.js";
import { regenerate } from "../../generators/plan/regenerate.js";
import { loadTool } from "../../generators/tool.js";
import { typeCheck } from "../golden/program.js";
import { lock } from "../plan/lock.js";
import { answers, contentsOf, projects } from "./projects.js";

const tool = loadTool();

describe("a new project", () => {
  test("has these files", async () => {
    expect([...(await contentsOf(answers())).keys()].sort()).toEqual([
      ".gitattributes",
      ".github/workflows/ci.yaml",
      ".gitignore",
      "README.md",
      "config/crd/example.com_databases.yaml",
      "config/rbac/role.yaml",
      "config/samples/example.com_v1_database.yaml",
      "crd-project.json",
      "package.json",
      "plopfile.js",
      "src/apis/example.com/v1/doc.ts",
      "src/apis/example.com/v1/types.ts",
      "src/apis/example.com/v1/zz_generated.deepcopy.ts",
      "src/apis/example.com/v1/zz_generated.register.ts",
      "src/apis/example.com/zz_generated.crd.ts",
      "src/apis/zz_generated.crd.ts",
      "src/client/applyconfigurations/example.com/v1.ts",
      "src/client/clientset/clientset.ts",
      "src/client/clientset/example.com/v1.ts",
      "src/client/fake/clientset.ts",
      "src/client/informers/example.com/v1.ts",
      "src/client/informers/factory.ts",
      "src/client/informers/generic.ts",
      "src/client/listers/example.com/v1.ts",
      "src/explain.ts",
      "src/install-crds.ts",
      "src/kube-config.ts",
      "src/main.ts",
      "src/server.ts",
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
      lock,
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

  test("without a fake, nothing of crd-testing is in it", async () => {
    const contents = await contentsOf(answers({ fake: false }));
    expect(contents.has("src/client/fake/clientset.ts")).toBe(false);
    for (const [path, text] of contents) {
      expect(text, path).not.toMatch(/crd-testing|--embedded|FakeClientset|EmbeddedApiServer/);
    }
    expect(JSON.parse(contents.get("crd-project.json") ?? "")).toMatchObject({ fake: false });
    const usual = await contentsOf(answers());
    expect(JSON.parse(usual.get("package.json") ?? "")).toMatchObject({
      devDependencies: { "crd-testing": tool.version },
    });
    // Programs do without it until --embedded asks: no static import, in no file but the fake.
    const importers = [...usual].filter(([, text]) => text.includes('from "crd-testing"'));
    expect(importers.map(([path]) => path)).toEqual(["src/client/fake/clientset.ts"]);
  });

  test("code fits 100 columns, comments, texts and what grows with the kinds excepted", async () => {
    for (const name of ["several kinds", "without a fake"]) {
      for (const [path, text] of await contentsOf(projects[name] ?? answers())) {
        if (!path.endsWith(".ts")) continue;
        const long = text.split("\n").filter((line) => line.length > 100);
        expect(
          long.filter((line) => !/^import|^ *(\*|"|return ")|print\(/.test(line)),
          path,
        ).toEqual([]);
      }
    }
  });
});
