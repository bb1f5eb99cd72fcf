import type { CopyView, TypeView } from "../copy/index.js";
import type { ImportSymbol } from "../render/index.js";
import { runtimeType, runtimeValue } from "../render/index.js";
import type { Subject } from "./scope.js";

/** `zz_generated.deepcopy.ts` of a version. */
export interface FileView {
  readonly runtime: typeof runtime;
  readonly functions: readonly FunctionView[];
}

/** One deep copy function. */
export interface FunctionView {
  readonly name: string;
  readonly exported: boolean;
  readonly description: string;
  readonly type: ImportSymbol;
  /** The name that the file gives an inline type, and what it stands for. */
  readonly inline: (TypeView & { readonly name: string }) | undefined;
  readonly assertion: AssertionView | undefined;
  readonly body: BodyView;
}

/** What stands between the braces of a function; `template` prints it. */
export type BodyView = FlatView | ObjectView | DerivedView | AliasView | ChoiceView | FillView;

/** The members that the code was generated for, by how they are copied. */
export interface AssertionView {
  readonly name: string;
  readonly type: ImportSymbol;
  /** Types of crd-runtime whose members are left out: the runtime copies them. */
  readonly bases: readonly ImportSymbol[];
  /** Values, containers, nested; empty lists at the end are left out. */
  readonly lists: readonly { readonly none: boolean; readonly names: readonly string[] }[];
}

/** An object without nested members: one spread. */
export interface FlatView {
  readonly template: "deepcopy-gen/body/flat";
}

/** A spread, then the nested members anew. */
export interface ObjectView {
  readonly template: "deepcopy-gen/body/object";
  readonly type: ImportSymbol;
  /** Readonly members are assigned, which takes a type that allows it. */
  readonly mutable: boolean;
  readonly members: readonly MemberView[];
}

/** An object that extends types of crd-runtime: their functions copy what is inherited. */
export interface DerivedView {
  readonly template: "deepcopy-gen/body/derived";
  readonly type: ImportSymbol;
  readonly mutable: boolean;
  /** The innermost call stands last. */
  readonly bases: readonly ImportSymbol[];
  readonly innerBases: readonly ImportSymbol[];
  readonly members: readonly MemberView[];
}

export interface MemberView {
  /** `.spec` or `["node-port"]`. */
  readonly access: string;
  /** The condition on which there is something to copy. */
  readonly guard: string;
  readonly copy: CopyView;
}

/** An alias of a container, union or other type. */
export interface AliasView {
  readonly template: "deepcopy-gen/body/alias";
  readonly mayBeNull: boolean;
  readonly parentheses: boolean;
  readonly copy: CopyView;
}

/** A switch on the member that tells the alternatives apart. */
export interface ChoiceView {
  readonly template: "deepcopy-gen/body/choice";
  readonly type: ImportSymbol;
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

/** A hand-written function fills an empty value. */
export interface FillView {
  readonly template: "deepcopy-gen/body/fill";
  readonly type: ImportSymbol;
  readonly empty: "{}" | "[]";
  readonly call: ImportSymbol;
}

export const runtime = {
  DeepReadonly: runtimeType("DeepReadonly"),
  ExactMembers: runtimeType("ExactMembers"),
  Mutable: runtimeType("Mutable"),
  UpToDate: runtimeType("UpToDate"),
  deepCopyUnknown: runtimeValue("deepCopyUnknown"),
} as const;

export function functionView(input: {
  readonly subject: Pick<Subject, "name" | "exported" | "title" | "type" | "inline">;
  readonly body: BodyView;
  readonly assertion?: AssertionView;
}): FunctionView {
  const { subject, body, assertion } = input;
  return {
    name: subject.name,
    exported: subject.exported,
    description: `Deep copy of ${subject.title}.`,
    type: subject.type,
    inline: subject.inline && { name: subject.type.name, ...subject.inline },
    assertion,
    body,
  };
}
