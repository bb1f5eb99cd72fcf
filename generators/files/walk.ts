import { FilesError } from "./error.js";
import { joinPath } from "./paths.js";
import type { FileEntry, Files } from "./port.js";

/**
 * Paths of all files below a folder, sorted by folder and name. `node_modules` and `.git` are not entered, and of
 * folders that are symlinks only those that are not below another, so that links in a circle end.
 */
export function walk(input: {
  readonly files: Files;
  readonly folder: string;
  /** Told of each folder that cannot be listed, which is then left out; without it the error is thrown. */
  readonly onError?: (error: FilesError) => void;
  /** Whether a folder below the first one is entered; all are by default. */
  readonly enters?: (path: string) => boolean;
  /** Told of each folder that is entered. */
  readonly onFolder?: (path: string) => void;
  /** Told of each symlink that leads to no file and no folder. */
  readonly onDangling?: (path: string) => void;
}): readonly string[] {
  const { files, onError, onFolder, onDangling, enters = () => true } = input;
  const paths: string[] = [];
  const enter = (at: { readonly folder: string; readonly linked: boolean }): void => {
    onFolder?.(at.folder);
    for (const entry of entriesOf({ files, folder: at.folder, onError })) {
      const path = joinPath(at.folder, entry.name);
      if (entry.kind === "file") {
        paths.push(path);
      } else if (
        entry.kind === "folder" &&
        canEnter({ entry, linked: at.linked }) &&
        enters(path)
      ) {
        enter({ folder: path, linked: at.linked || entry.isLink });
      } else if (entry.kind === "other" && entry.isLink) {
        onDangling?.(path);
      }
    }
  };
  enter({ folder: input.folder, linked: false });
  return paths;
}

function canEnter(input: { readonly entry: FileEntry; readonly linked: boolean }): boolean {
  const { name, isLink } = input.entry;
  return name !== "node_modules" && name !== ".git" && !(isLink && input.linked);
}

function entriesOf(input: {
  readonly files: Files;
  readonly folder: string;
  readonly onError: ((error: FilesError) => void) | undefined;
}): readonly FileEntry[] {
  try {
    return input.files.list(input.folder);
  } catch (error) {
    if (error instanceof FilesError && input.onError !== undefined) {
      input.onError(error);
      return [];
    }
    throw error;
  }
}
