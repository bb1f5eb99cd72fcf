import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { linkModel } from "../../generators/model/index.js";
import { parseFile } from "../../generators/parse/index.js";

/**
 * A case is a folder: `input/` a project, `model.json` its model with places written as `file:line:column+length`,
 * `diagnostics.txt` what is said about it, when anything is.
 */
const root = dirname(fileURLToPath(import.meta.url));
const update = process.env["UPDATE_GOLDENS"] === "1";

const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe("parse", () => {
  for (const name of cases) {
    it(name, () => {
      const files = readFiles(join(root, name, "input"));
      const { model, diagnostics } = link(files);
      const report = formatDiagnostics({ diagnostics, textOf: (path) => files.get(path) });
      const texts = new Map([
        ["model.json", `${JSON.stringify(model, shortPlaces, 2)}\n`],
        ["diagnostics.txt", report],
      ]);
      for (const [file, actual] of texts) {
        const path = join(root, name, file);
        if (update) rmSync(path, { force: true });
        if (update && actual !== "") writeFileSync(path, actual);
        expect(actual).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
      }
    });

    it(`${name} survives JSON and any order of its files`, () => {
      const files = readFiles(join(root, name, "input"));
      const reversed = new Map([...files].reverse());
      expect(link(reversed)).toEqual(link(files));
      expect(JSON.parse(JSON.stringify(link(files).model))).toEqual(
        JSON.parse(JSON.stringify(link(files, JSON.stringify).model)),
      );
    });
  }
});

/** Links a project; `through` stands for the cache, which keeps the syntax of files as JSON. */
function link(
  files: ReadonlyMap<string, string>,
  through?: (value: unknown) => string,
): ReturnType<typeof linkModel> {
  const parsed = [...files].map(([path, text]) => parseFile({ path, text }));
  const syntax: typeof parsed = through === undefined ? parsed : JSON.parse(through(parsed));
  return linkModel({
    files: syntax,
    config: { apis: "src/apis", client: "src/client" },
    expansions: syntax.filter(({ path }) => path.endsWith("_expansion.ts")),
  });
}

function readFiles(input: string): ReadonlyMap<string, string> {
  const paths = readdirSync(input, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [relative(input, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}

function shortPlaces(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("column" in value)) return value;
  const { file, line, column, length } = { file: "", line: 0, length: 0, ...value };
  return `${file.split("/").at(-1)}:${line}:${column}+${length}`;
}
