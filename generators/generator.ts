import type { Diagnostic } from "./diagnostics/index.js";
import type { ApiModel } from "./model/index.js";
import type { ProjectConfig } from "./options.js";
import type { Render } from "./render/index.js";

/** A file that a run wants on disk. */
export interface GeneratedFile {
  /** Posix path from the project's root. */
  readonly path: string;
  readonly content: string;
  /** tool: carries the header, rewritten by every run. user: created once, never touched again. */
  readonly owner: "tool" | "user";
  /** Text that a user-owned file has now: with it, the file is rewritten, and only while it has that text. */
  readonly replaces?: string;
}

/** What a generator gets: plain data and the template engine. */
export interface GeneratorInput {
  readonly model: ApiModel;
  readonly options: ProjectConfig;
  readonly render: Render;
  /** Text of the file that `crd.headerFile` names; absent where none is named. */
  readonly header?: string | undefined;
}

export interface GeneratorOutput {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The one signature of every generator: pure and synchronous; no I/O, clock, randomness or console. */
export interface Generator {
  /** `deepcopy-gen`: named in the header of its files and in crd-project.json. */
  readonly name: string;
  readonly description: string;
  /** Writes below the folder of a clientset: runs for each of them, with a model of its kinds. */
  readonly perClientset?: true;
  generate(input: GeneratorInput): GeneratorOutput;
}
