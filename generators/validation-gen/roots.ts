import { type Diagnostic, diagnostic, didYouMean } from "../diagnostics/index.js";
import {
  type ApiType,
  type ApiVersion,
  allMembers,
  type BuiltinName,
  builtins,
  extendsBuiltin,
  isValidated,
  resolveAliases,
  type Tag,
  type TypesById,
  writtenTag,
} from "../model/index.js";

interface RootsInput {
  readonly types: TypesById;
  readonly version: ApiVersion;
}

const tagName = "k8s:validation-gen";

/** The types of a version that doc.ts or their own tags ask validation functions for. */
export function rootsOf(input: RootsInput): readonly ApiType[] {
  const { types, version } = input;
  if (!isValidated(version)) return [];
  const tags = version.tags.filter(({ name }) => name === tagName);
  return version.types.filter(
    (type) =>
      ownSwitch(type)?.value !== "false" &&
      (ownSwitch(type) !== undefined ||
        (!isList({ types, type }) && tags.some((tag) => asks({ types, type, tag })))),
  );
}

/** Tags that ask for nothing, or for what another one forbids. */
export function rootProblems(input: RootsInput): readonly Diagnostic[] {
  const { types, version } = input;
  const tags = version.tags.filter(({ name }) => name === tagName);
  const off = tags.find(({ value }) => value === "false");
  const asking = tags.filter(({ value }) => value !== "false");
  const [first] = asking;
  return [
    ...(off !== undefined && first !== undefined ? [conflict({ tag: first, other: off })] : []),
    ...asking
      .filter((tag) => !version.types.some((type) => asks({ types, type, tag })))
      .map((tag) => noSuchType({ ...input, tag })),
    ...version.types.flatMap((type) => switchProblems({ version, type })),
  ];
}

/** `+k8s:validation-gen=true` or `=false` on the type; false holds. */
function ownSwitch(type: ApiType): Tag | undefined {
  const tags = type.tags.filter(({ name }) => name === tagName);
  return tags.find(({ value }) => value === "false") ?? tags[0];
}

function switchProblems(input: {
  readonly version: ApiVersion;
  readonly type: ApiType;
}): readonly Diagnostic[] {
  const [first, second] = input.type.tags.filter(({ name }) => name === tagName);
  if (first === undefined) return [];
  if (second !== undefined) {
    const hint = `it stands in line ${first.span.line}`;
    return first.value === second.value
      ? [diagnostic("tag/repeated", { tag: writtenTag(second) }, { span: second.span, hint })]
      : [conflict({ tag: second, other: first })];
  }
  if (isValidated(input.version)) return [];
  const other = `+${tagName}=TypesWithField=TypeMeta`;
  const hint = `add '// ${other}' to doc.ts`;
  return [diagnostic("tag/needs", { tag: writtenTag(first), other }, { span: first.span, hint })];
}

function conflict(input: { readonly tag: Tag; readonly other: Tag }): Diagnostic {
  const { tag, other } = input;
  const hint = `it stands in line ${other.span.line}`;
  const names = { tag: writtenTag(tag), other: writtenTag(other) };
  return diagnostic("tag/conflict", names, { span: tag.span, hint });
}

/** A list of a kind is what the server returns; nobody sends one. */
function isList(input: { readonly types: TypesById; readonly type: ApiType }): boolean {
  return hasField({ ...input, name: "ListMeta" });
}

function asks(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly tag: Tag;
}): boolean {
  const { type, tag } = input;
  const [kind, name = ""] = (tag.value ?? "").split("=");
  switch (kind) {
    case "*":
      return true;
    case "TypesWithField":
      return hasField({ ...input, name });
    case "TypesWithSuffix":
      return type.name.endsWith(name);
    default:
      return false;
  }
}

/** A member of the name, or, as Go embeds them, the meta type of the name. */
function hasField(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly name: string;
}): boolean {
  const { types, type, name } = input;
  const members = allMembers(types, type);
  if (members.some((member) => member.name === name)) return true;
  if (!isMeta(name)) return false;
  return (
    extendsBuiltin(types, { type, name }) ||
    members.some((member) => {
      const target = resolveAliases(types, member.type);
      return target.kind === "builtin" && target.name === name;
    })
  );
}

function isMeta(name: string): name is BuiltinName {
  return /Meta$/.test(name) && Object.hasOwn(builtins, name);
}

function noSuchType(input: RootsInput & { readonly tag: Tag }): Diagnostic {
  const { types, version, tag } = input;
  const [kind, name = ""] = (tag.value ?? "").split("=");
  const members = version.types.flatMap((type) =>
    allMembers(types, type).map((member) => member.name),
  );
  const candidates = kind === "TypesWithField" ? ["TypeMeta", ...members] : [];
  const hint = didYouMean({ word: name, candidates: candidates.filter((one) => one !== name) });
  return diagnostic("model/validation-roots", { value: tag.value ?? "" }, { span: tag.span, hint });
}
