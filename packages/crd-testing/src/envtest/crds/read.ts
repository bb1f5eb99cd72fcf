import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { definitionProblem, isDefinition, isValidDefinition, objectsOf } from "./definition.js";
import { documentsOf, filesIn } from "./documents.js";
import { type CrdInput, type CrdSource, InvalidCrdError } from "./source.js";

/** What is read, and how strictly. */
export interface ReadCrdsInput {
  /**
   * Files, folders and objects. Of a folder, its `.yaml`, `.yml` and `.json` files, without those of its folders. A file may hold several
   * documents; whatever is no CustomResourceDefinition is passed over.
   */
  readonly crds: readonly CrdInput[];
  /** Whether a path must exist and hold a definition. Yes, unless false is given. */
  readonly errorIfPathMissing?: boolean | undefined;
}

/** @throws InvalidCrdError with every problem that was found */
export function readCrds(input: ReadCrdsInput): readonly CrdSource[] {
  const reader = new Reader(input.errorIfPathMissing ?? true);
  for (const [index, crd] of input.crds.entries()) {
    if (typeof crd === "string") reader.path(crd);
    else if (crd instanceof URL) reader.path(fileURLToPath(crd));
    else reader.object({ value: crd, origin: `crds[${index}]` });
  }
  return reader.finish();
}

class Reader {
  readonly #isStrict: boolean;
  readonly #found = new Map<string, CrdSource>();
  readonly #problems: string[] = [];

  constructor(isStrict: boolean) {
    this.#isStrict = isStrict;
  }

  path(path: string): void {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) {
      if (this.#isStrict) this.#problems.push(`${path}: there is no such file or folder`);
      return;
    }
    const files = stats.isDirectory() ? filesIn(path) : [path];
    let definitions = 0;
    for (const file of files) definitions += this.#file(file);
    if (definitions === 0 && this.#isStrict) {
      this.#problems.push(`${path}: there is no CustomResourceDefinition in it`);
    }
  }

  object(input: { readonly value: unknown; readonly origin: string }): void {
    const { value, origin } = input;
    if (!isValidDefinition(value)) {
      this.#problems.push(`${origin}: ${definitionProblem(value)}`);
      return;
    }
    const { name = "" } = value.metadata;
    const other = this.#found.get(name);
    if (other === undefined) this.#found.set(name, { definition: value, origin });
    else this.#problems.push(`${origin}: ${name} is defined a second time, after ${other.origin}`);
  }

  finish(): readonly CrdSource[] {
    if (this.#problems.length > 0) throw new InvalidCrdError(this.#problems);
    return [...this.#found.values()];
  }

  /** How many definitions, or documents that cannot be read, a file has. */
  #file(file: string): number {
    let definitions = 0;
    for (const document of documentsOf(file)) {
      if ("problem" in document) {
        this.#problems.push(`${document.origin}: ${document.problem}`);
        definitions += 1;
        continue;
      }
      for (const value of objectsOf(document.value).filter(isDefinition)) {
        this.object({ value, origin: document.origin });
        definitions += 1;
      }
    }
    return definitions;
  }
}
