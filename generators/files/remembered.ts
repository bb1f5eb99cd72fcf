import { FilesError } from "./error.js";
import { sha256 } from "./hash.js";
import { folderOf } from "./paths.js";
import type { FileEntry, FileStat, Files, StagedFile } from "./port.js";
import { isSettled } from "./settled.js";

interface Known<T> {
  readonly mark: string | undefined;
  readonly value: T;
  readonly isSettled: boolean;
}

/**
 * The files of a project for a process that looks at them again and again: what has not changed is not read twice. It asks
 * the file system whether something has, so it needs no word of changes.
 */
export class RememberedFiles implements Files {
  readonly root: string;
  readonly #open: () => Files;
  #files: Files;
  readonly #now: () => number;
  readonly #texts = new Map<string, Known<string | undefined>>();
  readonly #digests = new Map<string, Known<string | undefined>>();
  readonly #lists = new Map<string, Known<readonly FileEntry[]>>();
  /** What was looked at since the last run began. */
  readonly #stats = new Map<string, FileStat | undefined>();
  /** Marks of what this process has written; undefined for what it has removed. */
  readonly #own = new Map<string, string | undefined>();

  constructor(input: { readonly open: () => Files; readonly now: () => number }) {
    this.#open = input.open;
    this.#files = input.open();
    this.root = this.#files.root;
    this.#now = input.now;
  }

  /**
   * Begins a run: each path is looked at once in it. With the paths that have changed since the last one began, all others
   * are taken for what they were then, unless a folder has come or gone, and all below it with it.
   */
  begin(changed?: readonly string[]): void {
    if (changed === undefined || changed.some((path) => this.#isOtherFolder(path))) {
      // Folders may be others, and lead elsewhere.
      this.#files = this.#open();
      this.#stats.clear();
      return;
    }
    for (const path of changed) this.#touched(path);
  }

  /** Whether a path is as this process has left it. */
  isOwn(path: string): boolean {
    return this.#own.has(path) && this.#own.get(path) === this.#files.stat(path)?.mark;
  }

  read(path: string): string | undefined {
    return this.#remember({ known: this.#texts, path, look: () => this.#files.read(path) });
  }

  readBytes(path: string): Buffer | undefined {
    return this.#files.readBytes(path);
  }

  digest(path: string): string | undefined {
    return this.#remember({ known: this.#digests, path, look: () => this.#files.digest(path) });
  }

  list(folder: string): readonly FileEntry[] {
    // What a symlink leads to changes without the folder.
    const canSettle = (entries: readonly FileEntry[]) => !entries.some(({ isLink }) => isLink);
    const look = () => this.#files.list(folder);
    return this.#remember({ known: this.#lists, path: folder, look, canSettle });
  }

  kind(path: string): FileEntry["kind"] | undefined {
    return this.#files.kind(path);
  }

  stat(path: string): FileStat | undefined {
    return this.#files.stat(path);
  }

  stage(file: { readonly path: string; readonly content: string | Uint8Array }): StagedFile {
    const { path, content } = file;
    const staged = this.#files.stage(file);
    return {
      path,
      commit: () => {
        staged.commit();
        this.#touched(path);
        const mark = this.#files.stat(path)?.mark;
        this.#own.set(path, mark);
        this.#digests.set(path, { mark, value: sha256(content), isSettled: true });
      },
      discard: () => staged.discard(),
    };
  }

  createExclusive(file: { readonly path: string; readonly content: string }): boolean {
    this.#touched(file.path);
    return this.#files.createExclusive(file);
  }

  mkdir(folder: string): void {
    this.#files.mkdir(folder);
    this.#touched(folder);
  }

  remove(path: string): void {
    this.#files.remove(path);
    this.#touched(path);
    this.#own.set(path, undefined);
  }

  removeEmptyFolder(folder: string): boolean {
    const isRemoved = this.#files.removeEmptyFolder(folder);
    this.#touched(folder);
    if (isRemoved) this.#own.set(folder, undefined);
    return isRemoved;
  }

  /** Whether a path is a folder that was not there before, or one in which something was known. */
  #isOtherFolder(path: string): boolean {
    try {
      const now = this.#files.stat(path);
      // Editors make files beside those that they save, and take them away again.
      if (now === undefined) return this.#isAbove(path);
      return this.#files.kind(path) === "folder" && now.id !== this.#stats.get(path)?.id;
    } catch (error) {
      // A symlink that leads elsewhere, by now: the run says so.
      if (error instanceof FilesError) return true;
      throw error;
    }
  }

  /** Whether something below a folder was looked at, or written. */
  #isAbove(folder: string): boolean {
    for (const known of [this.#stats, this.#own]) {
      for (const path of known.keys()) if (path.startsWith(`${folder}/`)) return true;
    }
    return false;
  }

  /** A path, and the folders in whose lists it stands or begins to stand. */
  #touched(path: string): void {
    for (let at = path; ; at = folderOf(at)) {
      this.#stats.delete(at);
      if (at === "") return;
    }
  }

  #remember<T>(input: {
    readonly known: Map<string, Known<T>>;
    readonly path: string;
    readonly look: () => T;
    readonly canSettle?: (value: T) => boolean;
  }): T {
    const { known, path, look, canSettle = () => true } = input;
    // Before the content: what changes in between has another mark next time.
    const isLooked = this.#stats.has(path);
    const stat = isLooked ? this.#stats.get(path) : this.#files.stat(path);
    this.#stats.set(path, stat);
    const old = known.get(path);
    const isSame = old !== undefined && old.mark === stat?.mark;
    if (isSame && (isLooked || (old.isSettled && stat !== undefined))) return old.value;
    const now = this.#now();
    const value = look();
    const settled = stat !== undefined && isSettled({ stat, now }) && canSettle(value);
    known.set(path, { mark: stat?.mark, value, isSettled: settled });
    return value;
  }
}
