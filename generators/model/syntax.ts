import type { JsonValue, LiteralValue } from "./types.js";

/** Offset of the first character and length, in UTF-16 units of the file's text. */
export type SyntaxSpan = readonly [start: number, length: number];

/**
 * What one source file says, before names are resolved. It depends on nothing but the text, and is
 * plain JSON, so it can be cached by the hash of the text.
 */
export interface FileSyntax {
  /** Posix path from the project's root. */
  readonly path: string;
  /** Offset at which each line begins; the first is 1 behind a byte order mark. */
  readonly lineStarts: readonly number[];
  /** Places where the text is not TypeScript. */
  readonly errors: readonly { readonly message: string; readonly span: SyntaxSpan }[];
  /** Doc comment at the head of the file, without tag lines: in doc.ts it describes the version. */
  readonly description: string;
  readonly imports: readonly ImportSyntax[];
  readonly exports: readonly ExportSyntax[];
  /** In source order. */
  readonly declarations: readonly DeclarationSyntax[];
  readonly functions: readonly FunctionSyntax[];
  readonly constants: readonly ConstantSyntax[];
  /** Tags in comments that lead no declaration and no member. */
  readonly loose: readonly LooseTagSyntax[];
  /** Lines of comments that would be tags with a `+` in front; left out where there are none. */
  readonly unsigned?: readonly TagSyntax[];
  /** Not of the file: tags of other tools that the project accepts, put here by the linker. */
  readonly acceptedTags?: readonly string[];
}

/** The markers for the whole project in one source file, wherever they stand in it; plain JSON, by the text alone. */
export interface MarkersSyntax {
  /** Posix path from the project's root. */
  readonly path: string;
  readonly lineStarts: readonly number[];
  /** In source order: all tags of controller-gen, not only those that are read there. */
  readonly tags: readonly TagSyntax[];
}

/** A tag line as written: `genclient:onlyVerbs=get,list`, without the `+`. */
export interface TagSyntax {
  readonly text: string;
  /** From the `+` to the end of the tag. */
  readonly span: SyntaxSpan;
}

export interface LooseTagSyntax extends TagSyntax {
  /** Behind code on the same line. */
  readonly trailing: boolean;
}

/** `import ... from "module"`; type-only or not makes no difference here. */
export interface ImportSyntax {
  readonly module: string;
  /** The module specifier. */
  readonly span: SyntaxSpan;
  readonly names: readonly { readonly name: string; readonly local: string }[];
  /** `* as local`. */
  readonly namespace: string | undefined;
  /** `import local from`. */
  readonly defaultName: string | undefined;
}

/** `export { local as name }`, with `from` or without, and `export * from`. */
export interface ExportSyntax {
  readonly module: string | undefined;
  readonly span: SyntaxSpan;
  /** Undefined for `export *`. */
  readonly names: readonly { readonly name: string; readonly local: string }[] | undefined;
}

interface DeclarationBase {
  readonly name: string;
  /** The name, or the keyword where there is no name. */
  readonly span: SyntaxSpan;
  /** Has the `export` keyword; `export { name }` stands in `exports`. */
  readonly exported: boolean;
  readonly isDefault: boolean;
  readonly description: string;
  readonly tags: readonly TagSyntax[];
}

export interface InterfaceSyntax extends DeclarationBase {
  readonly kind: "interface";
  readonly typeParameters: SyntaxSpan | undefined;
  readonly extends: readonly TypeSyntax[];
  readonly body: ObjectSyntax;
}

export interface AliasSyntax extends DeclarationBase {
  readonly kind: "alias";
  readonly typeParameters: SyntaxSpan | undefined;
  readonly type: TypeSyntax;
}

/** A declaration that API types cannot be made of. */
export interface ForeignSyntax extends DeclarationBase {
  readonly kind: "enum" | "class" | "namespace";
}

export type DeclarationSyntax = InterfaceSyntax | AliasSyntax | ForeignSyntax;

/** A function or a constant that holds an arrow function. */
export interface FunctionSyntax {
  readonly name: string;
  readonly span: SyntaxSpan;
  /** By its name: a default export is not. */
  readonly exported: boolean;
  readonly isDefault: boolean;
  readonly tags: readonly TagSyntax[];
  readonly async: boolean;
  readonly generator: boolean;
  /** Types as written, without white space; undefined where there is no annotation. */
  readonly parameters: readonly { readonly required: boolean; readonly type: string | undefined }[];
  readonly result: string | undefined;
}

/** A constant that holds no function. */
export interface ConstantSyntax {
  readonly name: string;
  readonly span: SyntaxSpan;
  readonly exported: boolean;
  /** Its value, where that is JSON as it stands; undefined where it has to be computed. */
  readonly literal: { readonly value: JsonValue } | undefined;
}

export interface MemberSyntax {
  readonly name: string;
  readonly span: SyntaxSpan;
  readonly optional: boolean;
  /** Present where the modifier is. */
  readonly readonly?: true;
  readonly type: TypeSyntax;
  readonly description: string;
  readonly tags: readonly TagSyntax[];
}

export interface ObjectSyntax {
  readonly members: readonly MemberSyntax[];
  /** `[key: string]: T`. */
  readonly index: readonly {
    readonly key: TypeSyntax;
    readonly value: TypeSyntax;
    readonly span: SyntaxSpan;
    readonly tags: readonly TagSyntax[];
  }[];
  /** Methods, accessors, computed names: members that are no data. */
  readonly foreign: readonly UnsupportedSyntax[];
  /** The names among these: of methods and accessors. */
  readonly methods: readonly { readonly name: string; readonly span: SyntaxSpan }[];
}

/** Type syntax outside the subset, with its place. */
export interface UnsupportedSyntax {
  readonly kind: "unsupported";
  readonly construct: Construct;
  /** The text, shortened to one line. */
  readonly text: string;
  readonly span: SyntaxSpan;
}

export type TypeSyntax =
  | {
      readonly kind: "keyword";
      readonly name: "string" | "number" | "boolean" | "null";
      readonly span: SyntaxSpan;
    }
  | {
      readonly kind: "literal";
      readonly value: Exclude<LiteralValue, null>;
      readonly span: SyntaxSpan;
    }
  /** `Name`, `ns.Name`, `Name<A, B>`. */
  | {
      readonly kind: "name";
      readonly name: string;
      readonly arguments: readonly TypeSyntax[];
      readonly span: SyntaxSpan;
    }
  | { readonly kind: "array"; readonly element: TypeSyntax; readonly span: SyntaxSpan }
  /** Without the names of its items, which JSON does not know. */
  | { readonly kind: "tuple"; readonly elements: readonly TypeSyntax[]; readonly span: SyntaxSpan }
  | { readonly kind: "union"; readonly types: readonly TypeSyntax[]; readonly span: SyntaxSpan }
  | ({ readonly kind: "object"; readonly span: SyntaxSpan } & ObjectSyntax)
  | UnsupportedSyntax;

/** What can be written in TypeScript and is not in the subset. */
export type Construct =
  | "any"
  | "unknown"
  | "object"
  | "undefined"
  | "bigint"
  | "inexactNumber"
  | "never"
  | "void"
  | "symbol"
  | "tuple"
  | "intersection"
  | "function"
  | "accessor"
  | "computedName"
  | "numericName"
  | "conditional"
  | "mapped"
  | "keyof"
  | "typeof"
  | "indexedAccess"
  | "constantValues"
  | "templateLiteral"
  | "importType"
  | "other";
