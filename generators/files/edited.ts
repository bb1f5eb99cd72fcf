import { sha256 } from "./hash.js";
import type { FileEntry, FileStat, Files, StagedFile } from "./port.js";

/** The files of a project with other texts in some of them, which are written nowhere: what a run would find after an edit. */
export class EditedFiles implements Files {
  readonly root: string;
  readonly #files: Files;
  readonly #texts = new Map<string, string>();

  constructor(files: Files) {
    this.root = files.root;
    this.#files = files;
  }

  edit(file: { readonly path: string; readonly content: string }): void {
    this.#texts.set(file.path, file.content);
  }

  read(path: string): string | undefined {
    return this.#texts.get(path) ?? this.#files.read(path);
  }

  readBytes(path: string): Buffer | undefined {
    const text = this.#texts.get(path);
    return text === undefined ? this.#files.readBytes(path) : Buffer.from(text);
  }

  digest(path: string): string | undefined {
    const text = this.#texts.get(path);
    return text === undefined ? this.#files.digest(path) : sha256(text);
  }

  /** With a mark of its own, so that nothing that is remembered of the file is taken for the text. */
  stat(path: string): FileStat | undefined {
    const stat = this.#files.stat(path);
    const text = this.#texts.get(path);
    return stat === undefined || text === undefined
      ? stat
      : { ...stat, size: Buffer.byteLength(text), mark: `edited ${sha256(text)}` };
  }

  list(folder: string): readonly FileEntry[] {
    return this.#files.list(folder);
  }

  kind(path: string): FileEntry["kind"] | undefined {
    return this.#files.kind(path);
  }

  stage(file: { readonly path: string; readonly content: string | Uint8Array }): StagedFile {
    return this.#files.stage(file);
  }

  createExclusive(file: { readonly path: string; readonly content: string }): boolean {
    return this.#files.createExclusive(file);
  }

  mkdir(folder: string): void {
    this.#files.mkdir(folder);
  }

  remove(path: string): void {
    this.#files.remove(path);
  }

  removeEmptyFolder(folder: string): boolean {
    return this.#files.removeEmptyFolder(folder);
  }
}
