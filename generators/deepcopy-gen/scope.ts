import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import type { ApiType, Member, TypeExpression, TypeId } from "../model/index.js";
import { deepCopyFile, deepCopySymbol, fileValue, type ImportSymbol } from "../render/index.js";
import { type Declaration, type Declarations, lookUp } from "./declarations.js";
import { shapeOf } from "./shape.js";
import type { TypeView } from "./type-view.js";

/** Something a deep copy function is written for: a declared type, or an inline one inside it. */
export interface Subject {
  /** The function's name. */
  readonly name: string;
  readonly exported: boolean;
  readonly type: TypeView;
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
  readonly declarations: Declarations;
  readonly #file: string;
  readonly #paths: Set<string>;
  readonly #diagnostics: Diagnostic[] = [];
  #inline: Subject[] = [];

  constructor(input: {
    readonly declarations: Declarations;
    readonly version: Declaration["version"];
  }) {
    this.declarations = input.declarations;
    this.#file = deepCopyFile(input.version);
    this.#paths = new Set(input.version.types.map((type) => type.name));
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Asks for a function that copies an inline type; returns its symbol. */
  inlineFunction(input: Pick<Subject, "type" | "path" | "title" | "span" | "of">): ImportSymbol {
    let path = input.path;
    for (let count = 2; this.#paths.has(path); count++) path = `${input.path}${count}`;
    this.#paths.add(path);
    const name = `copy${path}`;
    this.#inline.push({ ...input, path, name, exported: false });
    return fileValue({ name, path: this.#file });
  }

  /** Inline types asked for since the last call. */
  takeInline(): readonly Subject[] {
    const taken = this.#inline;
    this.#inline = [];
    return taken;
  }

  /**
   * The function that copies a declared type: hand-written, generated, or the one of an interface's
   * implementations. Undefined when there is none, as for aliases of scalars.
   */
  functionOf(id: TypeId): ImportSymbol | undefined {
    const { type, version } = lookUp({ declarations: this.declarations, id });
    if (type.deepCopy.handWritten === undefined && this.declarations.implementations.has(id)) {
      return fileValue({ name: type.deepCopyName, path: deepCopyFile(version) });
    }
    return deepCopySymbol({ type, version });
  }

  shapeOf(member: Pick<Member, "type">): ReturnType<typeof shapeOf> {
    return shapeOf({ type: member.type, declarations: this.declarations });
  }

  reportUncopyable(input: {
    readonly id: TypeId;
    readonly title: string;
    readonly span: SourceSpan;
  }): void {
    const { type } = lookUp({ declarations: this.declarations, id: input.id });
    this.#diagnostics.push(
      diagnostic(
        "generate/no-deep-copy",
        { subject: input.title, type: type.name },
        {
          span: input.span,
          hint: `switch it on for ${type.name}, or write '${type.deepCopyName}'`,
        },
      ),
    );
  }
}
