/** One file of the project, as read from disk (BOM and line ends kept). */
export interface SourceFile {
  /** Posix path from the project's root. */
  readonly path: string;
  readonly text: string;
}

/** What stands in a folder. */
export interface FileEntry {
  readonly name: string;
  /** Symlinks count as what they lead to; `other` is a socket, a device or a link to nothing. */
  readonly kind: "file" | "folder" | "other";
  readonly isLink: boolean;
}

/** New content that lies beside its file, not visible under its name yet. */
export interface StagedFile {
  readonly path: string;
  /** Puts the content in place in one step: a reader sees the old file or the new one. */
  commit(): void;
  /** Removes what was staged. Never throws: a rest is swept by the next run. */
  discard(): void;
}

/** What a file system tells of a file without reading it. */
export interface FileStat {
  readonly modifiedMs: number;
  readonly size: number;
  /** Time of the last change of any kind, as the clock of the file system ticks. */
  readonly changedMs: number;
  /** Another one after each change that is a tick of that clock from the last. */
  readonly mark: string;
  /** Of what stands there, whatever it holds: another folder of the same name has another one. */
  readonly id: number | string;
}

/**
 * The file system as this tool sees it: the tree below one root, posix paths from there.
 * A path that leaves the root, by `..` or through a symlink, is refused.
 * Every method throws {@link FilesError} when the file system says no.
 */
export interface Files {
  /** Absolute path of the root, for messages and child processes. */
  readonly root: string;
  /** The text of a file with its BOM and line ends; undefined when nothing is there. Bytes that are not UTF-8 are refused. */
  read(path: string): string | undefined;
  /** The bytes of a file; undefined when nothing is there. */
  readBytes(path: string): Buffer | undefined;
  /** SHA-256 of a file's bytes, in hex; undefined when nothing is there. */
  digest(path: string): string | undefined;
  /** What stands in a folder, sorted by name; nothing when there is no such folder. `""` is the root. */
  list(folder: string): readonly FileEntry[];
  /** What stands at a path. */
  kind(path: string): FileEntry["kind"] | undefined;
  /** Age and size, by which a lock is judged and a file is known again, also of a folder; undefined when nothing is there. */
  stat(path: string): FileStat | undefined;
  /** Writes beside the file, into its folder (made when missing); the mode of an existing file is kept. */
  stage(file: { readonly path: string; readonly content: string | Uint8Array }): StagedFile;
  /** Creates a file only when nothing is there, in one step; false when something is. */
  createExclusive(file: { readonly path: string; readonly content: string }): boolean;
  /** Makes a folder and those above it. */
  mkdir(folder: string): void;
  /** Removes a file; one that is not there is fine. */
  remove(path: string): void;
  /** Removes a folder when it is empty; false when it is not, or not there. */
  removeEmptyFolder(folder: string): boolean;
}
