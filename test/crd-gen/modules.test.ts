import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { literal } from "../../generators/render/index.js";

const cases = fileURLToPath(new URL("../golden/crd-gen", import.meta.url));

/** The definitions of a generated module, whose only import is a type. */
async function definitionsOf(text: string): Promise<readonly unknown[]> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  const values: readonly unknown[] = Object.values(module ?? {});
  return values.filter((value) => !Array.isArray(value));
}

function below(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
    join(folder, path),
  );
}

describe("the definitions in TypeScript", () => {
  const withDefinitions = readdirSync(cases).filter((name) =>
    existsSync(join(cases, name, "expected")),
  );

  it.each(withDefinitions)("are those of the YAML: %s", async (name) => {
    const files = below(join(cases, name, "expected"));
    const inYaml = files
      .filter((path) => path.endsWith(".yaml"))
      .flatMap((path) => parseAllDocuments(readFileSync(path, "utf8")))
      .map((document) => document.toJS());
    const modules = files.filter((path) => /apis.[^/\\]+.zz_generated\.crd\.ts$/.test(path));
    const inModules = (
      await Promise.all(modules.map((path) => definitionsOf(readFileSync(path, "utf8"))))
    ).flat();
    expect(inModules).toHaveLength(inYaml.length);
    expect(inModules).toEqual(expect.arrayContaining(inYaml));
  });
});

describe("literal", () => {
  it.each([
    [{ a: 1, "x-y": [true, null], b: undefined }, '{ a: 1, "x-y": [true, null] }'],
    [{}, "{}"],
    [[], "[]"],
    [[{ type: "integer" }, { type: "string" }], '[{ type: "integer" }, { type: "string" }]'],
    [{ a: { b: 1 } }, "{\n  a: { b: 1 },\n}"],
    [{ a: { b: {} } }, "{\n  a: { b: {} },\n}"],
    [{ "2": "b", "10": "a", A: "" }, '{ "2": "b", "10": "a", A: "" }'],
    ['a"\\\n\u2028\ufdd0\ud800', '"a\\"\\\\\\n\\u2028\ufdd0\ufffd"'],
  ])("writes %j", (value, text) => {
    // As a definition holds them: with members that are undefined.
    expect(literal(value as Parameters<typeof literal>[0])).toBe(text);
  });

  it("has no line beyond 100 columns but those of one text", () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`);
    const text = literal({ list: words(30), text: words(30).join(" "), short: words(9).join(" ") });
    const long = text.split("\n").filter((line) => line.length > 100);
    expect(long).toEqual([`    "${words(30).join(" ")}",`]);
  });

  it("has a member __proto__ that is no prototype", () => {
    const value = JSON.parse('{ "__proto__": { "type": "string" } }');
    const made: unknown = new Function(`return ${literal(value)}`)();
    expect(Object.keys(made ?? {})).toEqual(["__proto__"]);
  });
});
