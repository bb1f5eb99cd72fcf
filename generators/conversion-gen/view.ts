import type { CopyView, TypeView } from "../copy/index.js";
import { type ImportSymbol, runtimeType, runtimeValue } from "../render/index.js";

/** `zz_generated.conversion.ts` of a version. */
export interface FileView {
  readonly runtime: typeof runtime;
  /** What the scheme is told. */
  readonly kinds: readonly KindView[];
  readonly functions: readonly FunctionView[];
}

export const runtime = {
  Scheme: runtimeType("Scheme"),
  DeepReadonly: runtimeType("DeepReadonly"),
  deepCopyUnknown: runtimeValue("deepCopyUnknown"),
} as const;

export interface KindView {
  readonly from: GroupVersionKindView;
  readonly to: GroupVersionKindView;
  readonly function: ImportSymbol;
}

export interface GroupVersionKindView {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A function that converts one type to another. */
export interface FunctionView {
  readonly name: string;
  readonly exported: boolean;
  readonly description: string;
  readonly from: TypeView;
  readonly to: TypeView;
  /** Members of the result that a function written by hand adds. */
  readonly without: readonly string[];
  readonly body: BodyView;
}

/** `template` prints it. */
export type BodyView =
  | ({ readonly template: "conversion-gen/body/members" } & MembersView)
  | ({ readonly template: "conversion-gen/body/choice" } & ChoiceView)
  | { readonly template: "conversion-gen/body/call"; readonly call: ImportSymbol };

/** What an object says that it is. */
export interface ObjectKind {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface MembersView {
  /** What `rest` does not have: `spec`, `"node-port": node_port_`. */
  readonly removed: readonly string[];
  /** Functions that copy what is inherited from types of crd-runtime. */
  readonly bases: readonly ImportSymbol[];
  /** What is converted: of an inline type, that in which it stands. */
  readonly from: ImportSymbol;
  /** Of a kind: what the result says that it is. */
  readonly meta: ObjectKind | undefined;
  readonly members: readonly MemberView[];
  /**
   * The type of the result, without members that a function written by hand adds, where the compiler takes what every object
   * inherits for a member of it that is left out.
   */
  readonly cast: { readonly to: TypeView; readonly without: readonly string[] } | undefined;
}

/** A member of the result; `template` prints it. */
export interface MemberView {
  readonly template: `conversion-gen/member/${
    | "required"
    | "optional"
    | "any"
    | "scalar"
    | "optional-scalar"}`;
  readonly key: string;
  readonly local: string;
  /** Whether the object has it itself, where every object inherits one of that name; "" for other names. */
  readonly own: string;
  readonly copy: CopyView;
  readonly parentheses: boolean;
}

/** A switch on the member that tells the alternatives apart. */
export interface ChoiceView {
  /** `.type`. */
  readonly access: string;
  readonly cases: readonly { readonly value: string; readonly call: ImportSymbol }[];
}
