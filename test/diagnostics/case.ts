import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Code, catalog } from "../../generators/diagnostics/index.js";

/**
 * One golden of a diagnostic: the folder `<code with dashes>`, or `<code with dashes>--<what>` for a further
 * case of the same code. `input/` is a project, `diagnostics.txt` the whole printed text.
 */
export interface DiagnosticCase {
  readonly name: string;
  readonly code: Code;
  readonly folder: string;
}

const root = dirname(fileURLToPath(import.meta.url));

export const codes: readonly Code[] = Object.keys(catalog).filter(isCode);

function isCode(name: string): name is Code {
  return Object.hasOwn(catalog, name);
}

/** `tag/unknown` -> `tag-unknown`. */
export function folderOf(code: Code): string {
  return code.replace("/", "-");
}

/** `tag` of `tag/unknown`. */
export function areaOf(code: Code): string {
  return code.slice(0, code.indexOf("/"));
}

/** Names of the case folders, sorted. */
export function caseNames(): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function caseOf(name: string): DiagnosticCase {
  const [head] = name.split("--");
  const code = codes.find((one) => folderOf(one) === head);
  if (code === undefined) throw new Error(`no diagnostic has the folder ${name}`);
  return { name, code, folder: join(root, name) };
}

/** The files of the case's project by posix path from its root, sorted. */
export function inputOf(one: DiagnosticCase): ReadonlyMap<string, string> {
  const input = join(one.folder, "input");
  const paths = readdirSync(input, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [
      relative(input, path).split(sep).join("/"),
      // A byte order mark is part of what is tested.
      readFileSync(path).toString("utf8"),
    ]),
  );
}

export function expectedOf(one: DiagnosticCase): string {
  const path = join(one.folder, "diagnostics.txt");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** For UPDATE_GOLDENS=1; read what it wrote critically. */
export function updateCase(one: DiagnosticCase, text: string): void {
  writeFileSync(join(one.folder, "diagnostics.txt"), text);
}
