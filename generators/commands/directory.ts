import { basename, resolve, sep } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError, isTemporary, nameOf, walk } from "../files.js";
import type { PlannedFile } from "../plan/plan.js";
import { fileProblem } from "../plan/problem.js";

/** What may stand in a directory that counts as empty. */
const ignorable = new Set([".git", ".DS_Store", "Thumbs.db"]);

/** Packages that the project installs: npm refuses to install one into a package of the same name. */
const dependencies = new Set([
  "create-crd-project",
  "crd-runtime",
  "crd-testing",
  "plop",
  "tsx",
  "typescript",
]);

/** Names that npm refuses for a package. */
const refused = new Set(["node_modules", "favicon.ico"]);

/** Name of the npm package in a directory; "" when the directory's name has nothing to make it from. */
export function packageNameOf(input: { readonly directory: string; readonly cwd: string }): string {
  return basename(resolve(input.cwd, input.directory))
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "")
    .slice(0, 214);
}

/** The file system below a folder. */
export type OpenFiles = (root: string) => Files;

/** Checks the directory of a new project: its name, and that nothing stands in it. */
export function checkDirectory(input: {
  readonly directory: string;
  readonly cwd: string;
  readonly openFiles: OpenFiles;
}): readonly Diagnostic[] {
  const { directory: value, cwd } = input;
  const wrong = pathProblem(value) ?? nameProblem(packageNameOf(input));
  if (wrong !== undefined) {
    const { reason, hint } = wrong;
    return [diagnostic("project/invalid-directory", { value, reason }, { hint })];
  }
  return checkEmpty({ folder: value, files: input.openFiles(resolve(cwd, value)) });
}

interface DirectoryProblem {
  readonly reason: string;
  readonly hint?: string | undefined;
}

/** Paths that would make another directory than the one that is meant. */
function pathProblem(value: string): DirectoryProblem | undefined {
  if (value.trim() === "") {
    return { reason: "it is empty" };
  }
  if (/\p{Cc}/u.test(value)) {
    return { reason: "it has control characters" };
  }
  if (/^~(\/|$)/.test(value)) {
    return { reason: "'~' stands for your home to a shell only", hint: "write the whole path" };
  }
  if (sep === "/" && value.includes("\\")) {
    return {
      reason: "'\\' separates folders on Windows only",
      hint: `did you mean '${value.replaceAll("\\", "/")}'?`,
    };
  }
  return undefined;
}

function nameProblem(name: string): DirectoryProblem | undefined {
  if (name === "") {
    return { reason: "its name has none of the letters a-z and no digit" };
  }
  if (refused.has(name)) {
    return { reason: "npm allows no package of that name" };
  }
  return dependencies.has(name)
    ? {
        reason: `'${name}' is the name of a package that the project needs`,
        hint: `did you mean '${name}-operator'?`,
      }
    : undefined;
}

/** A directory with files in it, unless a run was killed there: `checkRest` looks at those. */
function checkEmpty(input: {
  readonly folder: string;
  readonly files: Files;
}): readonly Diagnostic[] {
  const { folder, files } = input;
  try {
    const entries = entriesOf(files);
    const isRest = entries.length > 0 && restOf(files).isKilledRun;
    return entries.length === 0 || isRest ? [] : [notEmpty({ folder, entries })];
  } catch (error) {
    if (error instanceof FilesError) {
      return [directoryProblem({ error, directory: folder })];
    }
    throw error;
  }
}

/** What the file system refused, with the directory under the name that was given. */
export function directoryProblem(input: {
  readonly error: FilesError;
  readonly directory: string;
}): Diagnostic {
  const { error, directory } = input;
  const { reason, operation, cause } = error;
  return fileProblem(
    error.path === "" ? new FilesError({ reason, operation, path: directory, cause }) : error,
  );
}

/** What a killed run left in a directory has to be what this run would write, or it is somebody's. */
export function checkRest(input: {
  readonly folder: string;
  readonly files: Files;
  readonly generated: readonly PlannedFile[];
}): readonly Diagnostic[] {
  const { folder, files, generated } = input;
  const wanted = new Map(generated.map(({ path, content }) => [path, content]));
  const other = restOf(files).paths.filter((path) => files.read(path) !== wanted.get(path));
  return other.length === 0 ? [] : [notEmpty({ folder, entries: other })];
}

function notEmpty(input: {
  readonly folder: string;
  readonly entries: readonly string[];
}): Diagnostic {
  const { folder, entries } = input;
  const shown = entries.slice(0, 3).join(", ");
  const more = entries.length > 3 ? ` and ${entries.length - 3} more` : "";
  return diagnostic("project/not-empty", { folder, entries: shown + more });
}

/** Names at the top that count; folders without a file in them do not. */
function entriesOf(files: Files): readonly string[] {
  return files
    .list("")
    .filter(({ name, kind }) => {
      if (ignorable.has(name)) {
        return false;
      }
      return (
        kind !== "folder" || name === "node_modules" || walk({ files, folder: name }).length > 0
      );
    })
    .map(({ name }) => name);
}

/** Files of a directory, staged ones left out, and whether there were any: what a killed run leaves. */
function restOf(files: Files): {
  readonly paths: readonly string[];
  readonly isKilledRun: boolean;
} {
  const all = walk({ files, folder: "" }).filter((path) => !ignorable.has(path));
  const paths = all.filter((path) => !isTemporary(nameOf(path)));
  return { paths, isKilledRun: paths.length < all.length };
}
