import type { Diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError, folderOf, type StagedFile } from "../files.js";
import type { Change, Plan } from "./plan.js";
import { fileProblem } from "./problem.js";

/**
 * Carries out a plan: the only writer. Every new content is staged beside its file first, so that a full disk or a
 * missing permission shows before anything has changed; then each file is put in place in one step, and stale ones
 * go last. After a kill each file is the old or the new one, and the next run completes.
 *
 * Gives what the file system refused; nothing when all is done.
 */
export function applyPlan(input: {
  readonly files: Files;
  readonly plan: Plan;
}): readonly Diagnostic[] {
  const { files, plan } = input;
  const writes = [...plan.create, ...plan.update];
  const newFolders = missingFolders({ files, writes });
  const staged: StagedFile[] = [];
  let committed = 0;
  try {
    for (const { path, after } of writes) {
      if (after !== undefined) {
        staged.push(files.stage({ path, content: after }));
      }
    }
    // A stale file whose name differs from a new one in case only would take the new one with it.
    const names = new Set(writes.map(({ path }) => path.toLowerCase()));
    const [early, late] = partition({
      items: plan.stale,
      test: ({ path }) => names.has(path.toLowerCase()),
    });
    removeAll({ files, changes: early });
    for (const file of staged) {
      file.commit();
      committed += 1;
    }
    removeAll({ files, changes: late });
    return [];
  } catch (error) {
    if (!(error instanceof FilesError)) {
      throw error;
    }
    for (const file of staged.slice(committed)) {
      file.discard();
    }
    removeFolders({ files, folders: newFolders });
    return [fileProblem(error)];
  }
}

function removeAll(input: { readonly files: Files; readonly changes: readonly Change[] }): void {
  const { files, changes } = input;
  for (const { path } of changes) {
    files.remove(path);
  }
  // Folders that only held what we removed go with it, from the inside out.
  const folders = new Set(changes.flatMap(({ path }) => foldersAbove(path)));
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) {
    if (files.list(folder).length === 0) {
      files.removeEmptyFolder(folder);
    }
  }
}

/** Folders that writing would make, from the inside out. */
function missingFolders(input: {
  readonly files: Files;
  readonly writes: readonly Change[];
}): readonly string[] {
  const folders = new Set(input.writes.flatMap(({ path }) => foldersAbove(path)));
  // "" is the root, which a new project may make.
  return [...folders, ""]
    .filter((folder) => isMissing({ files: input.files, folder }))
    .toSorted((a, b) => b.length - a.length);
}

function isMissing(input: { readonly files: Files; readonly folder: string }): boolean {
  try {
    return input.files.kind(input.folder) === undefined;
  } catch (error) {
    if (error instanceof FilesError) {
      return false;
    }
    throw error;
  }
}

/** Best effort after a failure: an empty folder that stays harms nobody. */
function removeFolders(input: {
  readonly files: Files;
  readonly folders: readonly string[];
}): void {
  for (const folder of input.folders) {
    try {
      input.files.removeEmptyFolder(folder);
    } catch (error) {
      if (!(error instanceof FilesError)) {
        throw error;
      }
    }
  }
}

function foldersAbove(path: string): readonly string[] {
  const folder = folderOf(path);
  return folder === "" ? [] : [folder, ...foldersAbove(folder)];
}

function partition<T>(input: {
  readonly items: readonly T[];
  readonly test: (item: T) => boolean;
}): readonly [readonly T[], readonly T[]] {
  return [input.items.filter(input.test), input.items.filter((item) => !input.test(item))];
}
