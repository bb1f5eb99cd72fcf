import { FilesError, type FilesErrorReason } from "./error.js";
import { sha256 } from "./hash.js";
import { checkPath, folderOf, joinPath, nameOf, temporaryName } from "./paths.js";
import type { FileEntry, FileStat, Files, StagedFile } from "./port.js";

/** One call of the port, as a fault sees it. */
export interface Step {
  /** From 1, over all calls of this twin. */
  readonly number: number;
  readonly operation:
    | "read"
    | "list"
    | "stage"
    | "commit"
    | "create"
    | "mkdir"
    | "remove"
    | "rmdir";
  readonly path: string;
}

/** What goes wrong at a step: `kill` ends the process there, a reason makes the call fail. */
export type Fault = (step: Step) => "kill" | FilesErrorReason | undefined;

/** The process was killed: no later call does anything, as after SIGKILL. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** Twin of the file system in memory, for tests and for planning a project that is not written yet. */
export interface MemoryFiles extends Files {
  /** Path and text of every file, staged ones included, sorted by path. */
  readonly contents: ReadonlyMap<string, string>;
  /** The steps taken so far. */
  readonly steps: readonly Step[];
}

/** Files in memory, with the given ones in it. */
export function createMemoryFiles(
  options: {
    readonly contents?: Iterable<readonly [path: string, text: string]>;
    readonly fault?: Fault;
    /** Names that differ in case only are the same file, as on macOS and Windows. */
    readonly caseInsensitive?: boolean;
    /** Time of a write; by default the number of steps so far. */
    readonly now?: () => number;
    readonly root?: string;
  } = {},
): MemoryFiles {
  return new Memory(options);
}

interface MemoryFile {
  readonly path: string;
  readonly text: string;
  /** Of what was written as bytes, which need not be a text. */
  readonly bytes: Uint8Array | undefined;
  readonly modifiedMs: number;
  readonly version: number;
}

class Memory implements MemoryFiles {
  readonly root: string;
  readonly steps: Step[] = [];
  readonly #files = new Map<string, MemoryFile>();
  readonly #folders = new Set<string>();
  readonly #fault: Fault;
  #versions = 0;
  readonly #now: () => number;
  readonly #fold: (path: string) => string;
  #killed = false;
  #counter = 0;

  constructor(options: {
    readonly contents?: Iterable<readonly [path: string, text: string]>;
    readonly fault?: Fault;
    readonly caseInsensitive?: boolean;
    readonly now?: () => number;
    readonly root?: string;
  }) {
    this.#now = options.now ?? (() => this.steps.length);
    this.root = options.root ?? "/project";
    this.#fault = options.fault ?? (() => undefined);
    this.#fold = options.caseInsensitive === true ? (path) => path.toLowerCase() : (path) => path;
    for (const [path, text] of options.contents ?? []) {
      this.#put({ path, text });
    }
  }

  get contents(): ReadonlyMap<string, string> {
    const all = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return new Map(all.map(({ path, text }) => [path, text]));
  }

  read(path: string): string | undefined {
    this.#step({ operation: "read", path });
    this.#notFolder({ path, operation: "read" });
    return this.#get(path)?.text;
  }

  readBytes(path: string): Buffer | undefined {
    const text = this.read(path);
    const bytes = this.#get(path)?.bytes ?? text;
    return bytes === undefined ? undefined : Buffer.from(bytes);
  }

  digest(path: string): string | undefined {
    const bytes = this.readBytes(path);
    return bytes === undefined ? undefined : sha256(bytes);
  }

  list(folder: string): readonly FileEntry[] {
    this.#step({ operation: "list", path: folder });
    if (this.#get(folder) !== undefined) {
      throw new FilesError({ reason: "notFolder", path: folder, operation: "list" });
    }
    const entries = new Map<string, FileEntry>();
    const paths = [
      ...[...this.#files.values()].map(({ path }) => ({ path, kind: "file" as const })),
      ...[...this.#folders].map((path) => ({ path, kind: "folder" as const })),
    ];
    const start = folder === "" ? "" : `${folder}/`;
    for (const { path, kind } of paths) {
      if (this.#fold(path).startsWith(this.#fold(start)) && path.length > start.length) {
        const [name = "", ...rest] = path.slice(start.length).split("/");
        const shown = rest.length > 0 ? "folder" : kind;
        entries.set(this.#fold(name), { name, kind: shown, isLink: false });
      }
    }
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kind(path: string): FileEntry["kind"] | undefined {
    if (this.#get(path) !== undefined) {
      return "file";
    }
    return this.#isFolder(path) ? "folder" : undefined;
  }

  stat(path: string): FileStat | undefined {
    const file = this.#get(path);
    if (file === undefined) {
      // A folder changes with what stands in it.
      const names = this.list(path).map(({ name }) => name);
      const isFolder = this.kind(path) === "folder";
      return isFolder
        ? { modifiedMs: 0, changedMs: 0, size: 0, mark: names.join("/"), id: path }
        : undefined;
    }
    const { modifiedMs, version } = file;
    const size = file.bytes?.length ?? Buffer.byteLength(file.text);
    return { modifiedMs, changedMs: modifiedMs, size, mark: String(version), id: path };
  }

  stage(file: { readonly path: string; readonly content: string | Uint8Array }): StagedFile {
    const { path } = file;
    const bytes = typeof file.content === "string" ? undefined : file.content;
    const text = typeof file.content === "string" ? file.content : "";
    this.#counter += 1;
    const temporary = joinPath(folderOf(path), temporaryName({ pid: 1, counter: this.#counter }));
    this.#step({
      operation: "stage",
      path,
      // A kill in the middle of a write leaves a part of the temporary file.
      onKill: () => this.#put({ path: temporary, text: text.slice(0, text.length / 2) }),
    });
    this.#notFolder({ path, operation: "write" });
    this.#makeFolders(folderOf(path));
    this.#put({ path: temporary, text, bytes });
    return {
      path,
      commit: () => {
        try {
          this.#step({ operation: "commit", path });
        } catch (error) {
          if (!(error instanceof Killed)) {
            this.#files.delete(this.#fold(temporary));
          }
          throw error;
        }
        this.#files.delete(this.#fold(temporary));
        // A case-insensitive file system keeps the name that the file already has.
        this.#put({ path: this.#get(path)?.path ?? path, text, bytes });
      },
      discard: () => {
        if (!this.#killed) {
          this.#files.delete(this.#fold(temporary));
        }
      },
    };
  }

  createExclusive(file: { readonly path: string; readonly content: string }): boolean {
    this.#step({ operation: "create", path: file.path });
    if (this.kind(file.path) !== undefined) {
      return false;
    }
    this.#makeFolders(folderOf(file.path));
    this.#put({ path: file.path, text: file.content });
    return true;
  }

  mkdir(folder: string): void {
    this.#step({ operation: "mkdir", path: folder });
    this.#makeFolders(folder);
  }

  remove(path: string): void {
    this.#step({ operation: "remove", path });
    this.#notFolder({ path, operation: "remove" });
    this.#files.delete(this.#fold(path));
  }

  removeEmptyFolder(folder: string): boolean {
    this.#step({ operation: "rmdir", path: folder });
    if (!this.#isFolder(folder) || this.#hasEntries(folder)) {
      return false;
    }
    this.#folders.delete(this.#fold(folder));
    return true;
  }

  #get(path: string): MemoryFile | undefined {
    return this.#files.get(this.#fold(checkPath(path)));
  }

  #put(file: {
    readonly path: string;
    readonly text: string;
    readonly bytes?: Uint8Array | undefined;
  }): void {
    this.#versions += 1;
    this.#files.set(this.#fold(checkPath(file.path)), {
      bytes: undefined,
      ...file,
      modifiedMs: this.#now(),
      version: this.#versions,
    });
    this.#addFolders(folderOf(file.path));
  }

  #addFolders(folder: string): void {
    if (folder !== "") {
      this.#folders.add(this.#fold(folder));
      this.#addFolders(folderOf(folder));
    }
  }

  #makeFolders(folder: string): void {
    for (let path = folder; path !== ""; path = folderOf(path)) {
      if (this.#get(path) !== undefined) {
        throw new FilesError({ reason: "notFolder", path, operation: "create" });
      }
    }
    this.#addFolders(folder);
  }

  #isFolder(path: string): boolean {
    return path === "" || this.#folders.has(this.#fold(path));
  }

  #hasEntries(folder: string): boolean {
    const start = `${this.#fold(folder)}/`;
    return [...this.#files.keys(), ...this.#folders].some((path) => path.startsWith(start));
  }

  #notFolder(input: { readonly path: string; readonly operation: string }): void {
    if (this.#isFolder(input.path)) {
      throw new FilesError({ reason: "isFolder", ...input });
    }
  }

  #step(input: {
    readonly operation: Step["operation"];
    readonly path: string;
    readonly onKill?: () => void;
  }): void {
    if (this.#killed) {
      throw new Killed(`after the kill: ${input.operation} ${nameOf(input.path)}`);
    }
    const step: Step = {
      number: this.steps.length + 1,
      operation: input.operation,
      path: input.path,
    };
    this.steps.push(step);
    const fault = this.#fault(step);
    if (fault === "kill") {
      input.onKill?.();
      this.#killed = true;
      throw new Killed(`at step ${step.number}: ${step.operation} ${step.path}`);
    }
    if (fault !== undefined) {
      const operation = ["stage", "commit", "create"].includes(step.operation)
        ? "write"
        : step.operation;
      const cause = Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
      throw new FilesError({ reason: fault, path: step.path, operation, cause });
    }
  }
}
