import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { parseJSON } from "crd-runtime";
import { withoutOldBreaks } from "crd-runtime/schema";
import { type Document, parseAllDocuments } from "yaml";

/** One document of a file. */
export type FoundDocument =
  | { readonly origin: string; readonly value: unknown }
  | { readonly origin: string; readonly problem: string };

/** The `.yaml`, `.yml` and `.json` files of a folder, without those of its folders, in the order of their names. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => !entry.isDirectory() && [".yaml", ".yml", ".json"].includes(extname(entry.name)),
    )
    .map(({ name }) => join(folder, name))
    .sort();
}

/** The documents of a YAML or JSON file, from 1; empty ones are left out. @throws Error when the file cannot be read */
export function documentsOf(path: string): readonly FoundDocument[] {
  const text = readFileSync(path, "utf8");
  return extname(path) === ".json" ? jsonDocument({ path, text }) : yamlDocuments({ path, text });
}

function jsonDocument(input: {
  readonly path: string;
  readonly text: string;
}): readonly FoundDocument[] {
  try {
    return [{ origin: input.path, value: parseJSON(input.text) }];
  } catch (error) {
    return [{ origin: input.path, problem: firstLine(error) }];
  }
}

function yamlDocuments(input: {
  readonly path: string;
  readonly text: string;
}): readonly FoundDocument[] {
  const documents = parseAllDocuments(withoutOldBreaks(input.text), { intAsBigInt: true });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document: Document.Parsed, index): readonly FoundDocument[] => {
    const origin = documents.length === 1 ? input.path : `${input.path}, document ${index + 1}`;
    const [error] = document.errors;
    if (error !== undefined) return [{ origin, problem: firstLine(error) }];
    try {
      const value: unknown = document.toJS({ reviver: (_key, each) => smallest(each) });
      return value == null ? [] : [{ origin, value }];
    } catch (cause) {
      return [{ origin, problem: firstLine(cause) }];
    }
  });
}

/** Whole numbers are read as bigint, so that none loses digits; those that need not be are numbers. */
function smallest(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function firstLine(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return line.replace(/:$/, "");
}
