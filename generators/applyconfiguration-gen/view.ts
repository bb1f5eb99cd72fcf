import { groupVersionName } from "../model/client-files.js";
import { type ApiVersion, upperCamel } from "../model/index.js";
import {
  applyType,
  applyValue,
  type ImportSymbol,
  memberKey,
  memberName,
  quoted,
  runtimeType,
} from "../render/index.js";
import type { Code, Converted } from "./convert.js";
import type { FieldView } from "./field.js";
import type { Struct } from "./structs.js";

/** A piece of code: a text, or a symbol. */
interface Piece {
  readonly text: string;
  readonly symbol: ImportSymbol | undefined;
}

export interface StructView {
  /** Declares no members: an empty interface would take any value but null and undefined. */
  readonly isEmpty: boolean;
  readonly description: string;
  readonly typeName: string;
  readonly makeName: string;
  readonly makeDescription: string;
  /** `StructConstructor`. */
  readonly constructorType: ImportSymbol;
  readonly constructorOf: ImportSymbol;
  /** What the constructor of a whole object is told of its type. */
  readonly typeMeta: { readonly apiVersion: string; readonly kind: string } | undefined;
  readonly typed: boolean;
  readonly hasBases: boolean;
  /** Where there is one: as an interface without members it would be that one, which linters report. */
  readonly onlyBase: ImportSymbol | undefined;
  /** Its own or those of its bases. */
  readonly hasFields: boolean;
  readonly bases: readonly { readonly type: ImportSymbol; readonly make: ImportSymbol }[];
  readonly members: readonly MemberView[];
  readonly extracts: readonly ExtractView[];
}

export interface MemberView {
  /** As it is written: `size`, `"node-port"`. */
  readonly property: string;
  /** As the key of its field. */
  readonly key: string;
  readonly description: string;
  /** The type where it is one text, as most are: printed at once. */
  readonly text: string;
  readonly alternatives: readonly { readonly pieces: readonly Piece[] }[];
  /** Does not fit the line of its name. */
  readonly long: boolean;
  readonly field: FieldView & { readonly union: boolean; readonly plain: string };
}

export interface ExtractView {
  readonly name: string;
  readonly description: string;
  readonly declared: ImportSymbol;
  readonly typeName: string;
  readonly makeName: string;
  /** The subresource as code; undefined where it is a parameter. */
  readonly subresource: string | undefined;
}

export const versionRuntime = {
  ApplyConfigurationBuilder: applyType("ApplyConfigurationBuilder"),
  DeepReadonly: runtimeType("DeepReadonly"),
  extractApplyConfiguration: applyValue("extractApplyConfiguration"),
} as const;

const constructors = {
  struct: [applyType("StructConstructor"), applyValue("structApplyConfiguration")],
  typed: [applyType("StructConstructor"), applyValue("typedApplyConfiguration")],
  Namespaced: [applyType("NamespacedConstructor"), applyValue("namespacedApplyConfiguration")],
  Cluster: [applyType("ClusterScopedConstructor"), applyValue("clusterScopedApplyConfiguration")],
} as const;

export function structView(input: {
  readonly struct: Struct;
  readonly version: ApiVersion;
}): StructView {
  const { struct, version } = input;
  const { title, kind, typed } = struct;
  const [constructorType, constructorOf] =
    constructors[kind?.scope ?? (typed ? "typed" : "struct")];
  const apiVersion = groupVersionName(version);
  const hasBases = struct.bases.length > 0;
  const [base, ...more] = struct.bases;
  return {
    isEmpty: !typed && struct.members.length === 0,
    description: struct.description === "" ? `${title} to apply.` : struct.description,
    typeName: struct.type.name,
    makeName: struct.make.name,
    makeDescription: `Builds ${article(title)} to apply.`,
    constructorType,
    constructorOf,
    typeMeta: typed || kind !== undefined ? { apiVersion, kind: kind?.kind ?? title } : undefined,
    typed,
    hasBases,
    onlyBase: more.length === 0 ? base?.type : undefined,
    hasFields: hasBases || struct.members.length > 0,
    bases: struct.bases,
    members: struct.members.map(memberView),
    extracts: extractViews(input),
  };
}

function memberView(
  member: Converted & { readonly name: string; readonly description: string },
): MemberView {
  const { name, description, alternatives } = member;
  const property = memberName(name);
  const field = literal({ name, field: member.field });
  return {
    property,
    key: memberKey(name),
    description,
    text: alternatives.length === 1 ? textOf(alternatives[0] ?? []) : "",
    alternatives: alternatives.map((code) => ({ pieces: code.map(piece) })),
    long: alternatives.length > 1 && length(alternatives) + property.length > 85,
    field: { ...field, union: field.of.length > 1, plain: plainField(field) },
  };
}

/** Under a name that all objects have, the compiler expects what is there and forgets that it stands for a field. */
function literal({ name, field }: { readonly name: string; readonly field: FieldView }): FieldView {
  const widened = field.of.length === 0 && name in Object.prototype;
  return widened ? { ...field, after: `${field.after} as const` } : field;
}

/** Code without symbols as a text; "" for other code. */
function textOf(code: Code): string {
  return code.every((part) => typeof part === "string") ? code.join("") : "";
}

function plainField({ before, text, of, after }: FieldView): string {
  return of.length === 0 ? before + text + after : "";
}

function piece(part: Code[number]): Piece {
  return typeof part === "string" ? { text: part, symbol: undefined } : { text: "", symbol: part };
}

function length(alternatives: readonly Code[]): number {
  const names = alternatives.flat().map((part) => (typeof part === "string" ? part : part.name));
  return names.join("").length + 3 * (alternatives.length - 1);
}

/** As client-go: of the object, of what each subresource may apply, and of any. */
function extractViews(input: {
  readonly struct: Struct;
  readonly version: ApiVersion;
}): readonly ExtractView[] {
  const { title, kind, declared, type, make } = input.struct;
  if (kind === undefined || declared === undefined) return [];
  const common = { declared, typeName: type.name, makeName: make.name };
  const kinds = new Set(input.version.kinds.map((each) => each.kind));
  // Beside Database there may be a kind DatabaseStatus, and a subresource may be called from.
  const plain = (suffix: string) =>
    `extract${title}${suffix}${kinds.has(`${title}${suffix}`) ? "Subresource" : ""}`;
  const nameOf = (suffix: string) => plain(suffix === "From" ? "FromSubresource" : suffix);
  const what = `What a field manager has applied to ${article(title)}`;
  return [
    {
      name: `extract${title}`,
      description: `${what} and still owns, to be changed and applied again.`,
      ...common,
      subresource: quoted(""),
    },
    ...kind.subresources.map((subresource) => ({
      name: nameOf(upperCamel(subresource)),
      description: `${what} by its subresource ${subresource} and still owns.`,
      ...common,
      subresource: quoted(subresource),
    })),
    {
      name: plain("From"),
      description: `${what} by a subresource and still owns; \`""\` is the object itself.`,
      ...common,
      subresource: undefined,
    },
  ];
}

function article(noun: string): string {
  return `${/^[AEIOaeio]/.test(noun) ? "an" : "a"} ${noun}`;
}
