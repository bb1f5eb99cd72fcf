import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tagCompletionsJsonSchema } from "../../generators/commands/tag-completions.js";
import { tagsJsonSchema } from "../../generators/commands/tag-document.js";
import { configJsonSchema } from "../../generators/options.js";
import { writeRegions } from "./regions.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const schemas: Readonly<Record<string, () => object>> = {
  "schema/crd-project.json": configJsonSchema,
  "schema/tags.json": tagsJsonSchema,
  "schema/tag-completions.json": tagCompletionsJsonSchema,
};

/** A file that is made from our tables, wholly or in part. */
export interface Document {
  /** Posix path from the repository's root. */
  readonly file: string;
  /** Empty when there is no such file. */
  readonly current: string;
  readonly expected: string;
}

/** Every file that `npm run docs` keeps up to date. */
export function documents(): readonly Document[] {
  const pages = ["README.md", "CONTRIBUTING.md", ...list("docs")].filter((file) =>
    file.endsWith(".md"),
  );
  return [
    ...pages.map((file) => {
      const current = read(file);
      return { file, current, expected: writeRegions(current) };
    }),
    ...Object.entries(schemas).map(([file, schema]) => ({
      file,
      current: read(file),
      expected: `${JSON.stringify(schema(), null, 2)}\n`,
    })),
  ];
}

/** Path of a document on disk. */
export function pathOf(document: Document): string {
  return join(root, document.file);
}

function list(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .sort();
}

function read(file: string): string {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
