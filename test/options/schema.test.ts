import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { configJsonSchema, optionsOf, projectConfigSchema } from "../../generators/options.js";

describe("crd-project.json", () => {
  test("the published JSON Schema is current; else run 'npm run docs'", () => {
    const file = new URL("../../schema/crd-project.json", import.meta.url);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(configJsonSchema());
  });

  test("the schema has the settings of the options table", () => {
    const { $schema, ...settings } = projectConfigSchema.shape;
    expect($schema).toBeDefined();
    const described = Object.entries(settings).map(([name, schema]) => [name, schema.description]);
    expect(described).toEqual(optionsOf("crd-project.json").map(({ name, help }) => [name, help]));
  });

  test("every severity that the documentation sets can be set", () => {
    const docs = new URL("../../docs/", import.meta.url);
    const found = readdirSync(docs).flatMap((name) => [
      ...readFileSync(new URL(name, docs), "utf8").matchAll(/"severities": (\{[^}]*\})/g),
    ]);
    expect(found.length).toBeGreaterThan(3);
    for (const [, severities = ""] of found) {
      const config = { version: "0.1.0", severities: JSON.parse(severities) };
      expect(projectConfigSchema.safeParse(config).error).toBeUndefined();
    }
  });

  test("only the version has to be given", () => {
    expect(projectConfigSchema.parse({ version: "0.1.0" })).toEqual({
      version: "0.1.0",
      apis: "src/apis",
      client: "src/client",
      crds: "config/crd",
      crd: { year: "", bundle: false, modules: true },
      paths: ["src"],
      rbac: { folder: "config/rbac", roleName: "manager-role", fileName: "role.yaml", year: "" },
      webhook: { folder: "config/webhook", year: "" },
      samples: "config/samples",
      openapi: "config/openapi",
      docs: "docs/api",
      year: "",
      importExtension: "js",
      fake: false,
      generators: [
        "deepcopy-gen",
        "defaulter-gen",
        "conversion-gen",
        "prerelease-lifecycle-gen",
        "validation-gen",
        "register-gen",
        "applyconfiguration-gen",
        "client-gen",
        "lister-gen",
        "informer-gen",
        "crd-gen",
        "rbac-gen",
        "webhook-gen",
        "samples-gen",
        "openapi-gen",
      ],
      clientsetName: "Clientset",
      clientsets: [],
      severities: {},
      acceptedTags: [],
    });
  });

  test("'default' stands for the generators that run without the setting", () => {
    const generatorsOf = (generators?: readonly string[]): readonly string[] =>
      projectConfigSchema.parse({ version: "0.1.0", ...(generators && { generators }) }).generators;
    expect(generatorsOf(["default"])).toEqual(generatorsOf());
    expect(generatorsOf(["api-docs-gen", "default"])).toEqual([...generatorsOf(), "api-docs-gen"]);
    expect(generatorsOf(["crd-gen", "deepcopy-gen"])).toEqual(["deepcopy-gen", "crd-gen"]);
  });

  test.each(["/src", "../src", "src/../..", "src/", "./src", "src//apis", "src\\apis", "", "."])(
    "'%s' is no folder of the project",
    (apis) => {
      expect(projectConfigSchema.safeParse({ version: "0.1.0", apis }).success).toBe(false);
    },
  );
});
