import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import { type BuiltinName, builtins } from "../builtins.js";
import { allMembers, extendsBuiltin, isScalar, resolveAliases, type TypesById } from "../lookup.js";
import type { ApiType, TypeExpression } from "../types.js";
import { writtenTag } from "../written-tag.js";
import { isBroken, type PackageInfo } from "./package.js";
import type { Report } from "./report.js";

interface RootInput {
  readonly types: TypesById;
  readonly info: PackageInfo;
  readonly own: readonly ApiType[];
  readonly report: Report;
}

/** Finds the types of a version that get a default function, and reports tags that ask in vain. */
export function markRoots(input: RootInput): readonly ApiType[] {
  reportNames(input);
  return input.own.map((type) => {
    reportScalar({ ...input, type });
    const asked = ownSwitch({ ...input, type });
    const marked = input.info.defaulterNames.some(({ value }) =>
      hasMember({ ...input, type, name: value ?? "" }),
    );
    const root = input.info.defaulterNames.length > 0 && (asked ?? marked);
    return root ? { ...type, defaulting: { ...type.defaulting, root } } : type;
  });
}

/** `+k8s:defaulter-gen=true` or `=false` on the type. */
function ownSwitch(input: RootInput & { readonly type: ApiType }): boolean | undefined {
  const { type, info, report } = input;
  const [tag, other] = type.tags.filter(({ name }) => name === "k8s:defaulter-gen");
  if (tag === undefined) {
    return undefined;
  }
  const text = writtenTag(tag);
  // Two values contradict each other by the tag table.
  if (other !== undefined && other.value === tag.value) {
    const hint = `it stands in line ${tag.span.line}`;
    report(diagnostic("tag/repeated", { tag: writtenTag(other) }, { span: other.span, hint }));
  }
  if (info.defaulterNames.length === 0) {
    const hint = "add '// +k8s:defaulter-gen=TypeMeta' to doc.ts";
    const names = { tag: text, other: "+k8s:defaulter-gen=TypeMeta" };
    report(diagnostic("tag/needs", names, { span: tag.span, hint }));
  }
  return tag.value !== "false";
}

/** A member of the name, or, as Go embeds them, the meta type of the name. */
function hasMember(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly name: string;
}): boolean {
  const { types, type, name } = input;
  const members = allMembers(types, type);
  if (members.some((member) => member.name === name)) {
    return true;
  }
  return (
    isMeta(name) &&
    (extendsBuiltin(types, { type, name }) ||
      members.some((member) => isBuiltin(resolveAliases(types, member.type), name)))
  );
}

function isMeta(name: string): name is BuiltinName {
  return /Meta$/.test(name) && Object.hasOwn(builtins, name);
}

function isBuiltin(type: TypeExpression, name: BuiltinName): boolean {
  return type.kind === "builtin" && type.name === name;
}

function reportNames(input: RootInput): void {
  const { types, info, own, report } = input;
  if (own.length === 0 || isBroken(info)) {
    return;
  }
  for (const tag of info.defaulterNames) {
    const name = tag.value ?? "";
    if (own.some((type) => hasMember({ types, type, name }))) {
      continue;
    }
    const members = own.flatMap((type) => allMembers(types, type).map((member) => member.name));
    const candidates = ["TypeMeta", ...members];
    const hint = didYouMean({ word: name, candidates: candidates.filter((one) => one !== name) });
    report(diagnostic("model/default-roots", { name }, { span: tag.span, hint }));
  }
}

/** What is handed over by value cannot be changed by a function. */
function reportScalar(input: RootInput & { readonly type: ApiType }): void {
  const { types, type, report } = input;
  const { complete, functions } = type.defaulting;
  const all = [...functions, ...(complete === undefined ? [] : [complete])];
  if (all.length === 0 || !isScalar({ types, type: { kind: "reference", id: type.id } })) {
    return;
  }
  for (const { name, span } of all) {
    const hint = `a value of ${type.name} is handed over as a copy; write a function for the type that has it as a member`;
    report(diagnostic("model/default-signature", { name, type: type.name }, { span, hint }));
  }
}
