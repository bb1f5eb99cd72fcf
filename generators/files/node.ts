import { isAscii } from "node:buffer";
import {
  closeSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { errorCode, FilesError } from "./error.js";
import { sha256 } from "./hash.js";
import { checkPath, folderOf, nameOf, temporaryName } from "./paths.js";
import type { FileEntry, FileStat, Files, StagedFile } from "./port.js";

/** The real file system below `root`. The folder need not exist yet: the first write makes it. */
export function createNodeFiles(options: {
  readonly root: string;
  /** Names staged files; the own process unless a test says otherwise. */
  readonly pid?: number;
}): Files {
  return new NodeFiles({ root: resolve(options.root), pid: options.pid ?? process.pid });
}

class NodeFiles implements Files {
  readonly root: string;
  readonly #pid: number;
  #counter = 0;
  /** Project folder -> its real place, for folders that exist. */
  readonly #real = new Map<string, string>();

  constructor(options: { readonly root: string; readonly pid: number }) {
    this.root = options.root;
    this.#pid = options.pid;
  }

  read(path: string): string | undefined {
    return this.#guard({ path, operation: "read" }, () => {
      const bytes = this.#bytes(path);
      return bytes === undefined ? undefined : decode({ path, bytes });
    });
  }

  readBytes(path: string): Buffer | undefined {
    return this.#guard({ path, operation: "read" }, () => this.#bytes(path));
  }

  digest(path: string): string | undefined {
    return this.#guard({ path, operation: "read" }, () => {
      const bytes = this.#bytes(path);
      return bytes === undefined ? undefined : sha256(bytes);
    });
  }

  list(folder: string): readonly FileEntry[] {
    return this.#guard({ path: folder, operation: "list" }, () => {
      const place = this.#folder(folder);
      const entries = orUndefined(() => readdirSync(place, { withFileTypes: true })) ?? [];
      return entries
        .map((entry): FileEntry => {
          const { name } = entry;
          const isLink = entry.isSymbolicLink();
          const kind = isLink ? (kindAt(join(place, name)) ?? "other") : kindOf(entry);
          return { name, kind, isLink };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    });
  }

  kind(path: string): FileEntry["kind"] | undefined {
    return this.#guard({ path, operation: "look at" }, () => kindAt(this.#place(path)));
  }

  stat(path: string): FileStat | undefined {
    return this.#guard({ path, operation: "look at" }, () => {
      const place = join(this.#folder(folderOf(path)), nameOf(path));
      const own = path === "" ? undefined : lstatSync(place, { throwIfNoEntry: false });
      const isFinal = own !== undefined && !own.isSymbolicLink();
      const stats = isFinal ? own : statSync(this.#place(path), { throwIfNoEntry: false });
      if (stats === undefined) return undefined;
      const { mtimeMs: modifiedMs, ctimeMs: changedMs, size, ino } = stats;
      const mark = `${ino} ${size} ${modifiedMs} ${changedMs}`;
      return { modifiedMs, changedMs, size, mark, id: ino };
    });
  }

  stage(file: { readonly path: string; readonly content: string | Uint8Array }): StagedFile {
    const { path, content } = file;
    return this.#guard({ path, operation: "write" }, () => {
      const folder = folderOf(path);
      if (!this.#real.has(folder)) mkdirSync(this.#folder(folder), { recursive: true });
      // A link inside the project stays a link: the file it leads to is replaced.
      const target = this.#place(path);
      const old = statSync(target, { throwIfNoEntry: false });
      if (old?.isDirectory()) {
        throw new FilesError({ reason: "isFolder", path, operation: "write" });
      }
      this.#counter += 1;
      const name = temporaryName({ pid: this.#pid, counter: this.#counter });
      const temporary = join(dirname(target), name);
      const mode = old === undefined ? undefined : old.mode & 0o777;
      writeNew({ path: temporary, content, mode });
      return {
        path,
        commit: () =>
          this.#guard({ path, operation: "write" }, () => {
            try {
              renameSync(temporary, target);
            } catch (error) {
              rmSync(temporary, { force: true });
              throw error;
            }
          }),
        discard: () => removeQuietly(temporary),
      };
    });
  }

  createExclusive(file: { readonly path: string; readonly content: string }): boolean {
    const { path, content } = file;
    return this.#guard({ path, operation: "write" }, () => {
      mkdirSync(this.#folder(folderOf(path)), { recursive: true });
      const place = this.#place(path);
      let descriptor: number;
      try {
        descriptor = openSync(place, "wx");
      } catch (error) {
        if (errorCode(error) === "EEXIST") {
          return false;
        }
        throw error;
      }
      writeAndClose({ descriptor, path: place, content, mode: undefined });
      return true;
    });
  }

  mkdir(folder: string): void {
    this.#guard({ path: folder, operation: "create" }, () => {
      mkdirSync(this.#folder(folder), { recursive: true });
    });
  }

  remove(path: string): void {
    this.#guard({ path, operation: "remove" }, () => {
      const place = join(this.#folder(folderOf(path)), nameOf(path));
      orUndefined(() => rmSync(place));
    });
  }

  removeEmptyFolder(folder: string): boolean {
    return this.#guard({ path: folder, operation: "remove" }, () => {
      try {
        rmdirSync(this.#folder(folder));
        this.#real.delete(folder);
        return true;
      } catch (error) {
        if (["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) {
          return false;
        }
        throw error;
      }
    });
  }

  /** Undefined where nothing is: of the files of a first run hardly any is there, and to open one makes an error. */
  #bytes(path: string): Buffer | undefined {
    const { place, isThere } = this.#found(path);
    return isThere ? orUndefined(() => readFileSync(place)) : undefined;
  }

  /** Real path of a file, symlinks followed. */
  #place(path: string): string {
    return this.#found(path).place;
  }

  #found(path: string): { readonly place: string; readonly isThere: boolean } {
    const place = join(this.#folder(folderOf(path)), nameOf(path));
    const own = lstatSync(place, { throwIfNoEntry: false });
    if (path === "" || !own?.isSymbolicLink()) return { place, isThere: own !== undefined };
    const target = orUndefined(() => realpathSync(place));
    // A link to nothing is an absent file; a write replaces the link.
    return target === undefined
      ? { place, isThere: false }
      : { place: this.#inside({ path, place: target }), isThere: true };
  }

  /** Real path of a folder; below the last folder that exists, the path as given. */
  #folder(folder: string): string {
    const known = this.#real.get(folder);
    if (known !== undefined) {
      return known;
    }
    if (checkPath(folder) === "") {
      const root = orUndefined(() => realpathSync(this.root));
      if (root !== undefined) {
        this.#real.set("", root);
      }
      return root ?? this.root;
    }
    const place = join(this.#folder(folderOf(folder)), nameOf(folder));
    const own = lstatSync(place, { throwIfNoEntry: false });
    const real = own?.isSymbolicLink() ? orUndefined(() => realpathSync(place)) : own && place;
    if (real === undefined) {
      return place;
    }
    this.#inside({ path: folder, place: real });
    this.#real.set(folder, real);
    return real;
  }

  #inside(input: { readonly path: string; readonly place: string }): string {
    const root = this.#folder("");
    if (input.place !== root && !input.place.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new FilesError({
        reason: "outside",
        path: input.path,
        operation: "follow",
        message: `'${input.path}' is a symlink to ${input.place}, outside the project`,
        cause: input.place,
      });
    }
    return input.place;
  }

  #guard<T>(input: { readonly path: string; readonly operation: string }, action: () => T): T {
    try {
      checkPath(input.path);
      return action();
    } catch (cause) {
      throw FilesError.from({ ...input, cause });
    }
  }
}

/** The result, or undefined when nothing is there. */
function orUndefined<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (errorCode(error) === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FileEntry["kind"] {
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
}

function kindAt(place: string): FileEntry["kind"] | undefined {
  const stats = orUndefined(() => statSync(place));
  return stats === undefined ? undefined : kindOf(stats);
}

function decode(input: { readonly path: string; readonly bytes: Buffer }): string {
  // Twice as fast as UTF-8, and the same.
  if (isAscii(input.bytes)) return input.bytes.toString("latin1");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(input.bytes);
  } catch (cause) {
    throw new FilesError({ reason: "encoding", path: input.path, operation: "read", cause });
  }
}

/** Writes a new file; nothing of it stays when that fails. */
function writeNew(file: {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly mode: number | undefined;
}): void {
  writeAndClose({ ...file, descriptor: openNew(file) });
}

/** Writes a file that was just created; of one that cannot be written, nothing stays. */
function writeAndClose(file: {
  readonly descriptor: number;
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly mode: number | undefined;
}): void {
  const { descriptor, path, content, mode } = file;
  try {
    if (mode !== undefined) {
      fchmodSync(descriptor, mode);
    }
    writeFileSync(descriptor, content);
  } catch (error) {
    closeSync(descriptor);
    removeQuietly(path);
    throw error;
  }
  closeSync(descriptor);
}

function openNew(file: { readonly path: string; readonly mode: number | undefined }): number {
  const open = (): number => openSync(file.path, "wx", file.mode ?? 0o666);
  try {
    return open();
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    // The name carries our process id: what has it already is from a dead process of the same number.
    rmSync(file.path);
    return open();
  }
}

function removeQuietly(place: string): void {
  try {
    rmSync(place, { force: true });
  } catch {
    // A staged file that stays is swept by the next run.
  }
}
