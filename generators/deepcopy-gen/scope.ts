import type { TypeView } from "../copy/index.js";
import { type Shape, shapeOf } from "../copy/index.js";
import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import {
  type ApiType,
  type ApiVersion,
  type ModelIndex,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";
import {
  deepCopyFile,
  deepCopySymbol,
  fileType,
  fileValue,
  type ImportSymbol,
} from "../render/index.js";

/** Something a deep copy function is written for: a declared type, or an inline one inside it. */
export interface Subject {
  /** The function's name. */
  readonly name: string;
  readonly exported: boolean;
  readonly type: ImportSymbol;
  /** What the type of an inline one stands for; the file gives it a name. */
  readonly inline: TypeView | undefined;
  /** `DatabaseSpec`, or `DatabaseSpecStorage` for the inline type of its member. Unique in the file. */
  readonly path: string;
  /** What a diagnostic calls it: `DatabaseSpec`, `DatabaseSpec.storage`. */
  readonly title: string;
  readonly span: SourceSpan;
  readonly of: TypeExpression | InterfaceDeclaration;
}

export type InterfaceDeclaration = Extract<ApiType["declaration"], { readonly kind: "interface" }>;

/**
 * What the functions of one file share: names that are taken, inline types that still need their
 * function, and the problems found.
 */
export class Scope {
  readonly types: TypesById;
  readonly #versionOf: ModelIndex["versionOf"];
  readonly #implemented: ReadonlySet<TypeId>;
  readonly #file: string;
  readonly #paths: Set<string>;
  readonly #diagnostics: Diagnostic[] = [];
  #inline: Subject[] = [];

  constructor(input: {
    readonly index: ModelIndex;
    /** Interfaces that types name in their tags. */
    readonly implemented: ReadonlySet<TypeId>;
    readonly version: ApiVersion;
  }) {
    this.types = input.index.types;
    this.#versionOf = input.index.versionOf;
    this.#implemented = input.implemented;
    this.#file = deepCopyFile(input.version);
    this.#paths = new Set(input.version.types.map((type) => type.name));
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Asks for a function that copies an inline type; returns its symbol. */
  inlineFunction(
    input: Pick<Subject, "path" | "title" | "span" | "of"> & { readonly type: TypeView },
  ): ImportSymbol {
    let path = input.path;
    for (let count = 2; this.#paths.has(path); count++) path = `${input.path}${count}`;
    this.#paths.add(path);
    const name = `copy${path}`;
    const { title, span, of, type: inline } = input;
    const type = fileType({ name: path, path: this.#file });
    this.#inline.push({ name, exported: false, type, inline, path, title, span, of });
    return fileValue({ name, path: this.#file });
  }

  /** Inline types asked for since the last call. */
  takeInline(): readonly Subject[] {
    const taken = this.#inline;
    this.#inline = [];
    return taken;
  }

  /** The function that copies a declared type, hand-written or generated; undefined when there is none. */
  functionOf(id: TypeId): ImportSymbol | undefined {
    const type = typeById(this.types, id);
    const version = this.#versionOf.get(id);
    if (version === undefined) throw new Error(`the model has no version that declares ${id}`);
    if (type.deepCopy.handWritten === undefined && this.#implemented.has(id)) {
      return fileValue({ name: type.deepCopyName, path: deepCopyFile(version) });
    }
    return deepCopySymbol({ type, version });
  }

  shapeOf(type: TypeExpression): Shape {
    return shapeOf({ type, types: this.types });
  }

  report(problem: Diagnostic): void {
    this.#diagnostics.push(problem);
  }

  /** Reports a type without a function where one is needed. */
  reportUncopyable(input: {
    readonly id: TypeId;
    readonly title: string;
    readonly span: SourceSpan;
  }): void {
    const { name, deepCopyName } = typeById(this.types, input.id);
    const hint = `switch it on for ${name}, or write '${deepCopyName}'`;
    const parameters = { subject: input.title, type: name };
    this.report(diagnostic("generate/no-deep-copy", parameters, { span: input.span, hint }));
  }
}
