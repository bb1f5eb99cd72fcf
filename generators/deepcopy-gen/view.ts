import type { ImportSymbol } from "../render/index.js";
import { runtimeType, runtimeValue } from "../render/index.js";
import type { CopyView } from "./copy-view.js";
import type { Subject } from "./scope.js";
import type { TypeView } from "./type-view.js";

/** `zz_generated.deepcopy.ts` of a version. */
export interface FileView {
  readonly runtime: typeof runtime;
  readonly functions: readonly FunctionView[];
}

/** One deep copy function. One of the last four fields is set. */
export interface FunctionView {
  readonly name: string;
  readonly exported: boolean;
  readonly description: string;
  readonly type: ImportSymbol;
  /** The name that the file gives an inline type, and what it stands for. */
  readonly inline: (TypeView & { readonly name: string }) | undefined;
  readonly assertion: AssertionView | undefined;
  /** An object without nested members: one spread. */
  readonly flat: boolean;
  readonly object: ObjectView | undefined;
  readonly alias: AliasView | undefined;
  readonly choice: ChoiceView | undefined;
}

/** The members that the code was generated for, by how they are copied. */
export interface AssertionView {
  readonly name: string;
  readonly type: ImportSymbol;
  /** Types of crd-runtime whose members are left out: the runtime copies them. */
  readonly bases: readonly ImportSymbol[];
  /** Values, containers, nested; empty lists at the end are left out. */
  readonly lists: readonly { readonly none: boolean; readonly names: readonly string[] }[];
}

export interface ObjectView {
  /** Functions of crd-runtime that copy inherited members; the innermost call stands last. */
  readonly bases: readonly ImportSymbol[];
  readonly innerBases: readonly ImportSymbol[];
  readonly members: readonly MemberView[];
}

export interface MemberView {
  /** `.spec` or `["node-port"]`. */
  readonly access: string;
  readonly name: string;
  /** A name that every object inherits, such as `constructor`: present only as an own member. */
  readonly inherited: boolean;
  readonly copy: CopyView;
}

export interface AliasView {
  readonly mayBeNull: boolean;
  readonly parentheses: boolean;
  readonly copy: CopyView;
}

/** A switch on the member that tells the alternatives apart. */
export interface ChoiceView {
  readonly access: string;
  readonly cases: readonly {
    readonly value: string;
    readonly call: ImportSymbol;
    /** The type to which an interface is narrowed; a union narrows by itself. */
    readonly cast: ImportSymbol | undefined;
  }[];
  /** The cases are all that the type allows. */
  readonly exhaustive: boolean;
}

export const runtime = {
  DeepReadonly: runtimeType("DeepReadonly"),
  ExactMembers: runtimeType("ExactMembers"),
  UpToDate: runtimeType("UpToDate"),
  copyArray: runtimeValue("copyArray"),
  copyMap: runtimeValue("copyMap"),
  deepCopyUnknown: runtimeValue("deepCopyUnknown"),
  isArray: runtimeValue("isArray"),
} as const;

type Body = Partial<Pick<FunctionView, "assertion" | "flat" | "object" | "alias" | "choice">>;

export function functionView(
  subject: Pick<Subject, "name" | "exported" | "title" | "type" | "inline">,
  body: Body,
): FunctionView {
  return {
    name: subject.name,
    exported: subject.exported,
    description: `Deep copy of ${subject.title}.`,
    type: subject.type,
    inline: subject.inline && { name: subject.type.name, ...subject.inline },
    assertion: undefined,
    flat: false,
    object: undefined,
    alias: undefined,
    choice: undefined,
    ...body,
  };
}
