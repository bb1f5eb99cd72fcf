import type { DefinitionInput } from "crd-runtime/schema";
import type { Diagnostic, SourceSpan } from "./diagnostics/index.js";
import type { ApiModel, ApiType, JsonValue, ModelOutline, Tag } from "./model/index.js";
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

/** Violations of API rules that the project accepts: a file that is the user's. */
export interface ViolationExceptions {
  /** Posix path from the project's root. */
  readonly path: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  /** `--update-report`: all that there are now are accepted. */
  readonly update: boolean;
}

/** Texts of the files that `headerFile` names, for TypeScript and in the options of a generator; left out where none is named. */
export type HeaderTexts = Readonly<Partial<Record<"code" | "crd" | "rbac" | "webhook", string>>>;

/** A CustomResourceDefinition that crd-gen has made in this run. */
export interface MadeDefinition {
  readonly definition: DefinitionInput["definition"];
  /** The types of its versions, in its order. */
  readonly types: readonly ApiType[];
}

/** A file of sample objects: it is the user's. */
export interface SampleFile {
  /** Posix path from the project's root. */
  readonly path: string;
  readonly text: string;
  readonly objects: readonly SampleObject[];
  /** What is no YAML. */
  readonly problems: readonly { readonly problem: string; readonly span: SourceSpan }[];
}

export interface SampleObject {
  readonly json: { readonly [key: string]: JsonValue };
  /** The place of what a path of keys and indexes leads to, or of what is nearest above it. */
  readonly spanAt: (path: readonly (string | number)[]) => SourceSpan;
}

/** What a generator gets: plain data and the template engine. */
export interface GeneratorInput {
  readonly model: ApiModel;
  readonly options: ProjectConfig;
  readonly render: Render;
  /** Of openapi-gen; left out where no project is there to have any. */
  readonly exceptions?: ViolationExceptions;
  /** Of schemapatch: the files that the folder `schemapatch.manifests` holds, sorted by path; left out where none is named. */
  readonly manifests?: readonly { readonly path: string; readonly text: string }[];
  readonly headers?: HeaderTexts;
  /** Of the generators that have run before; left out where none of them makes any. */
  readonly definitions?: readonly MadeDefinition[];
  /** Those that the project has; left out where no project is there to have any. */
  readonly samples?: readonly SampleFile[];
}

/** What files that all groups share are made from. */
export interface SharedInput extends Omit<GeneratorInput, "model"> {
  readonly model: ModelOutline;
  /** The markers in the sources of the project that speak for all of it, by file and place. */
  readonly markers: readonly Tag[];
}

export interface GeneratorOutput {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Definitions, for the generators that run later. */
  readonly definitions?: readonly MadeDefinition[];
}

/**
 * The one signature of every generator: pure and synchronous; no I/O, clock, randomness or console. A run in which little
 * has changed generates anew only for the groups that have, and what all groups share.
 */
export interface Generator {
  /** `deepcopy-gen`: named in the header of its files and in crd-project.json. */
  readonly name: string;
  readonly description: string;
  /** Writes below the folder of a clientset: runs for each of them, with a model of its kinds. */
  readonly perClientset?: true;
  /** Files of versions and kinds. The model may be a part of a project: groups, with all that they refer to. */
  generate(input: GeneratorInput): GeneratorOutput;
  /** Files that name all groups of a project, such as the clientset. */
  generateShared?(input: SharedInput): GeneratorOutput;
}
