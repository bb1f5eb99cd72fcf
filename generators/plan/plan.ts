import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type Files,
  FilesError,
  folderOf,
  joinPath,
  nameOf,
  type SourceFile,
  walk,
} from "../files.js";
import type { GeneratedFile } from "../generator.js";
import { isExpansion } from "../model/link/expansion-path.js";
import { generatorOf } from "../render/header.js";
import { fileProblem } from "./problem.js";

/** A file that a run wants, with the generator that asked for it. */
export interface PlannedFile extends GeneratedFile {
  readonly generator: string;
}

/** A file of an earlier run that is on disk as it is to be. */
export interface KeptFile extends Pick<PlannedFile, "path" | "owner" | "generator"> {
  /** SHA-256 of its bytes. */
  readonly digest: string;
}

/** One file of a plan: what it is now and what it will be. */
export interface Change {
  readonly path: string;
  /** Text on disk; undefined when there is none. */
  readonly before: string | undefined;
  /** Text to write; undefined when the file is removed. */
  readonly after: string | undefined;
  readonly owner: GeneratedFile["owner"];
}

/** What a run would do. Each list is sorted by path. */
export interface Plan {
  readonly create: readonly Change[];
  readonly update: readonly Change[];
  /** Equal on disk already, or user-owned and there. */
  readonly unchanged: readonly Pick<Change, "path" | "owner">[];
  /** Tool-owned files that nothing generates any more. */
  readonly stale: readonly Change[];
}

export interface PlanRequest {
  readonly files: Files;
  /** Files that were read a moment ago. */
  readonly alreadyRead?: readonly SourceFile[];
  readonly generated: readonly PlannedFile[];
  /** Further files that the run wants, and that need no comparison. */
  readonly kept?: readonly KeptFile[];
  /** Folders in which tool-owned files that are no longer generated are looked for. */
  readonly folders: readonly string[];
  /** Limits what is compared, written and removed; everything by default. */
  readonly scope?: (path: string) => boolean;
}

export interface PlanOutcome {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares what is wanted with what is on disk. Reads only; all problems are reported together. */
export function makePlan(request: PlanRequest): PlanOutcome {
  const { files, generated, kept = [] } = request;
  const scope = request.scope ?? (() => true);
  const all = [...generated, ...kept];
  const diagnostics: Diagnostic[] = [...collisions(all)];
  const wanted = request.generated
    .filter(({ path }) => scope(path))
    .toSorted((a, b) => compareText(a.path, b.path));
  const onError = (error: FilesError): void => void diagnostics.push(fileProblem(error));
  const stale = findStale({ ...request, generated: all, scope, onError });
  const leaving = new Set(stale.map(({ path }) => path));
  const renamed = new Set(stale.map(({ path }) => path.toLowerCase()));
  const create: Change[] = [];
  const update: Change[] = [];
  const unchanged: Pick<Change, "path" | "owner">[] = kept.filter(({ path }) => scope(path));
  for (const file of wanted) {
    const change = compare({ files, file });
    if ("code" in change) {
      diagnostics.push(change);
      continue;
    }
    const { path, before, after } = change;
    // Where case does not count, the old name's file is read under the new name, and leaves with the old name.
    const isSame = before === after && !renamed.has(path.toLowerCase());
    const list = before === undefined ? create : isSame ? unchanged : update;
    list.push(change);
  }
  diagnostics.push(...caseClashes({ files, wanted, leaving }));
  unchanged.sort((a, b) => compareText(a.path, b.path));
  return { plan: { create, update, unchanged, stale }, diagnostics };
}

/** Whether the plan changes anything. */
export function isClean(plan: Plan): boolean {
  return plan.create.length + plan.update.length + plan.stale.length === 0;
}

function compare(input: {
  readonly files: Files;
  readonly file: PlannedFile;
}): Change | Diagnostic {
  const { files, file } = input;
  const { path, owner, content } = file;
  let before: string | undefined;
  try {
    before = files.read(path);
  } catch (error) {
    if (error instanceof FilesError) {
      return fileProblem(error);
    }
    throw error;
  }
  if (file.replaces !== undefined) {
    return before === file.replaces
      ? { path, owner, before, after: content }
      : diagnostic("file/changed", { path });
  }
  if (before !== undefined && owner === "user") {
    return { path, owner, before, after: before };
  }
  // An empty file is nobody's work: a power cut can leave one where a file was just put.
  const other = before === "" || before === content ? undefined : before;
  if (other !== undefined && generatorOf(other) === undefined) {
    const hint = `${file.generator} would write it`;
    return diagnostic("file/foreign", { path }, { hint });
  }
  return { path, owner, before, after: content };
}

function collisions(
  generated: readonly Pick<PlannedFile, "path" | "generator">[],
): readonly Diagnostic[] {
  const first = new Map<string, Pick<PlannedFile, "path" | "generator">>();
  return generated.flatMap((file) => {
    const other = first.get(file.path.toLowerCase());
    if (other === undefined) {
      first.set(file.path.toLowerCase(), file);
      return [];
    }
    const { path } = file;
    return other.path === path
      ? [diagnostic("file/collision", { first: other.generator, second: file.generator, path })]
      : [diagnostic("file/case-clash", { path, other: other.path })];
  });
}

/** A wanted path whose file, or a folder on the way, stands on disk in another case. */
function caseClashes(input: {
  readonly files: Files;
  readonly wanted: readonly Pick<PlannedFile, "path">[];
  readonly leaving: ReadonlySet<string>;
}): readonly Diagnostic[] {
  const listings = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const known = (folder: string): ReadonlyMap<string, readonly string[]> => {
    let names = listings.get(folder);
    if (names === undefined) {
      names = groupByLowerCase(list({ files: input.files, folder }));
      listings.set(folder, names);
    }
    return names;
  };
  const found = new Map<string, Diagnostic>();
  const checked = new Set<string>();
  for (const file of input.wanted) {
    for (let path = file.path; path !== "" && !checked.has(path); path = folderOf(path)) {
      checked.add(path);
      const same = known(folderOf(path)).get(nameOf(path).toLowerCase()) ?? [];
      const other = same
        .map((name) => joinPath(folderOf(path), name))
        .find((candidate) => candidate !== path && !input.leaving.has(candidate));
      if (other !== undefined) {
        found.set(path, diagnostic("file/case-clash", { path, other }));
      }
    }
  }
  return [...found.values()];
}

function groupByLowerCase(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const name of names) {
    groups.set(name.toLowerCase(), [...(groups.get(name.toLowerCase()) ?? []), name]);
  }
  return groups;
}

/** Names in a folder; a folder that cannot be read has been reported by the reading of its files. */
function list(input: { readonly files: Files; readonly folder: string }): readonly string[] {
  try {
    return input.files.list(input.folder).map(({ name }) => name);
  } catch (error) {
    if (error instanceof FilesError) {
      return [];
    }
    throw error;
  }
}

/** Files of ours in the folders that are not among the generated ones, sorted by path. */
export function findStale(request: {
  readonly files: Files;
  readonly alreadyRead?: readonly SourceFile[];
  readonly generated: readonly { readonly path: string }[];
  readonly folders: readonly string[];
  readonly scope?: (path: string) => boolean;
  /** Told of folders that cannot be listed; without it the error is thrown. */
  readonly onError?: (error: FilesError) => void;
}): readonly Change[] {
  const { files, folders, scope = () => true, onError } = request;
  const wanted = new Set(request.generated.map(({ path }) => path));
  const texts = new Map(request.alreadyRead?.map(({ path, text }) => [path, text]));
  const handler = onError === undefined ? {} : { onError };
  const candidates = folders
    .flatMap((folder) => walk({ files, folder, ...handler }))
    // An expansion is the user's, even one that began as a copy of what is generated.
    .filter((path) => !wanted.has(path) && scope(path) && !isExpansion(path));
  return [...new Set(candidates)].toSorted(compareText).flatMap((path): readonly Change[] => {
    const before = texts.get(path) ?? readQuietly({ files, path });
    return before !== undefined && generatorOf(before) !== undefined
      ? [{ path, owner: "tool", before, after: undefined }]
      : [];
  });
}

/** A file that cannot be read is not known to be ours, so it stays. */
function readQuietly(input: { readonly files: Files; readonly path: string }): string | undefined {
  try {
    return input.files.read(input.path);
  } catch (error) {
    if (error instanceof FilesError) {
      return undefined;
    }
    throw error;
  }
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
