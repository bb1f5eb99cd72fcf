import type { SourceSpan } from "../diagnostics/index.js";
import {
  type ApiType,
  type ApiVersion,
  asksForOpenApi,
  constraintsOf,
  type Member,
  mergeConstraints,
  type Tag,
  type TypeExpression,
  type TypesById,
} from "../model/index.js";
import { membersOfType } from "./members.js";

/** The rules of kube-openapi that types in TypeScript can break; docs/openapi.md says which cannot be broken here. */
export type ApiRule = "list_type_missing" | "names_match";

/** A member that breaks a rule. */
export interface Violation {
  readonly rule: ApiRule;
  /** `example.com/v1`; `v1` in the core group. */
  readonly package: string;
  readonly type: string;
  /** With the members around it, where the type is written inside another: `storage.zones`. */
  readonly member: string;
  /** The member itself, which may have dots in its name. */
  readonly name: string;
  readonly span: SourceSpan;
}

/** A name as the API conventions have them: lower case first, then letters and digits only. */
const camelCase = /^[a-z][A-Za-z0-9]*$/;

/** What breaks the rules in a type, its own members and those of objects that are written inside it, in source order. */
export function violationsOf(input: {
  readonly types: TypesById;
  readonly version: ApiVersion;
  readonly type: ApiType;
}): readonly Violation[] {
  const { types, version, type } = input;
  const apiVersion = version.group === "" ? version.version : `${version.group}/${version.version}`;
  const hidden: string[] = [];
  return [...membersOfType(type)].flatMap(({ member, path, beside }) => {
    const place = path + member.name;
    if (hidden.some((outer) => place.startsWith(outer))) return [];
    if (asksForOpenApi(member.tags) === false) {
      hidden.push(`${place}.`);
      return [];
    }
    return brokenRules({ types, member, members: beside }).map((rule) => ({
      rule,
      package: apiVersion,
      type: type.name,
      member: place,
      name: member.name,
      span: member.span,
    }));
  });
}

function brokenRules(input: {
  readonly types: TypesById;
  readonly member: Member;
  readonly members: readonly Member[];
}): readonly ApiRule[] {
  const { member } = input;
  return [
    ...(camelCase.test(member.name) ? [] : ["names_match" as const]),
    ...(isListWithoutType(input) ? ["list_type_missing" as const] : []),
  ];
}

function isListWithoutType(input: {
  readonly types: TypesById;
  readonly member: Member;
  readonly members: readonly Member[];
}): boolean {
  const { types, member, members } = input;
  // The objects of a list are not merged.
  const isItems =
    member.name === "items" &&
    members.some(({ type }) => type.kind === "builtin" && type.name === "ListMeta");
  return !isItems && isUntypedList({ types, type: member.type, tags: member.tags });
}

/** Follows aliases, whose own tags count as well. */
function isUntypedList(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
  readonly tags: readonly Tag[];
}): boolean {
  const { types } = input;
  const seen = new Set<string>();
  let { type, tags } = input;
  for (;;) {
    const own = constraintsOf(tags).filter(({ path }) => path.length === 0);
    if (mergeConstraints(own)["x-kubernetes-list-type"] !== undefined) return false;
    if (type.kind === "nullable") {
      type = type.type;
      tags = [];
      continue;
    }
    const target = type.kind === "reference" && !seen.has(type.id) ? types.get(type.id) : undefined;
    if (target?.declaration.kind !== "alias") return type.kind === "array";
    seen.add(target.id);
    type = target.declaration.type;
    tags = target.tags;
  }
}
