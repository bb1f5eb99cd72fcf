import { type Diagnostic, diagnostic, didYouMean } from "../diagnostics/index.js";
import {
  type ApiType,
  allMembers,
  isOpenApiSwitch,
  type Member,
  resolveAliases,
  type Tag,
  type TypeExpression,
  type TypesById,
  typeById,
  writtenTag,
} from "../model/index.js";
import { keywordProblems } from "./keyword-problems.js";
import { membersOfType } from "./members.js";
import { isExtension } from "./tagged.js";
import { unionProblems } from "./unions.js";

/** Tags of which one says the opposite of the other; the original takes them for an error, too. */
const opposites: ReadonlyMap<string, string> = new Map([
  ["optional", "required"],
  ["k8s:optional", "k8s:required"],
]);

/** What is wrong with the `+k8s:openapi-gen=` of doc.ts. */
export function packageProblems(tags: readonly Tag[]): readonly Diagnostic[] {
  const hint = "write 'true' or 'false': extensions are for types and members";
  return ownTags(tags).flatMap((tag, index, all) => [
    ...(isOpenApiSwitch(tag) ? [] : [valueProblem({ tag, hint })]),
    ...contradiction({ tag, before: all.slice(0, index) }),
  ]);
}

/** `+k8s:openapi-gen=` with a value that is neither a switch nor an extension, which the original logs, and contradictions. */
function switchProblems(tags: readonly Tag[]): readonly Diagnostic[] {
  const hint = "write 'true', 'false' or an extension such as 'x-kubernetes-sensitive:yes'";
  return ownTags(tags).flatMap((tag, index, all) => [
    ...(isOpenApiSwitch(tag) || isExtension(tag) ? [] : [valueProblem({ tag, hint })]),
    ...contradiction({ tag, before: all.slice(0, index) }),
  ]);
}

function ownTags(tags: readonly Tag[]): readonly Tag[] {
  return tags.filter(({ name }) => name === "k8s:openapi-gen");
}

function valueProblem(input: { readonly tag: Tag; readonly hint: string }): Diagnostic {
  const { tag, hint } = input;
  return diagnostic("openapi/tag-value", { value: tag.value ?? "" }, { span: tag.span, hint });
}

function contradiction(input: {
  readonly tag: Tag;
  readonly before: readonly Tag[];
}): readonly Diagnostic[] {
  const { tag, before } = input;
  const other = before.find((one) => isOpenApiSwitch(one) && one.value !== tag.value);
  if (other === undefined || !isOpenApiSwitch(tag)) return [];
  const parameters = { tag: writtenTag(tag), other: writtenTag(other) };
  return [diagnostic("tag/conflict", parameters, { span: tag.span })];
}

function oppositeProblems(tags: readonly Tag[]): readonly Diagnostic[] {
  return tags.flatMap((tag) => {
    const name = opposites.get(tag.name);
    const other = tags.find((one) => one.name === name);
    if (other === undefined) return [];
    const parameters = { tag: writtenTag(tag), other: writtenTag(other) };
    return [diagnostic("tag/conflict", parameters, { span: tag.span })];
  });
}

/** `+patchMergeKey=` names a member of the items; a name that is none goes into the document of the original. */
function mergeKeyProblems(input: {
  readonly types: TypesById;
  readonly member: Member;
}): readonly Diagnostic[] {
  const { types, member } = input;
  return member.tags
    .filter(({ name }) => name === "patchMergeKey")
    .flatMap((tag) => {
      const candidates = itemMembers({ types, type: member.type });
      const word = tag.value ?? "";
      if (candidates === "unknown" || candidates.includes(word)) return [];
      const problem = `the items have no member '${word}'`;
      const hint = didYouMean({ word, candidates });
      return [
        diagnostic("tag/value", { tag: "+patchMergeKey", problem }, { span: tag.span, hint }),
      ];
    });
}

/** Names of the members of a list's items; none of what is no list of objects. */
function itemMembers(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): readonly string[] | "unknown" {
  const { types } = input;
  const list = notNull({ ...input, type: input.type });
  if (list.kind !== "array") return [];
  const items = notNull({ types, type: list.element });
  switch (items.kind) {
    case "object":
      return items.members.map(({ name }) => name);
    case "reference":
      return allMembers(types, typeById(types, items.id)).map(({ name }) => name);
    case "builtin":
    case "union":
      return "unknown";
    default:
      return [];
  }
}

function notNull(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): TypeExpression {
  const type = resolveAliases(input.types, input.type);
  return type.kind === "nullable" ? resolveAliases(input.types, type.type) : type;
}

/** Tags that nothing else reads. */
const onlyHere: ReadonlySet<string> = new Set([
  "k8s:openapi-model-package",
  "patchStrategy",
  "patchMergeKey",
  "union",
  "unionDiscriminator",
  "unionDeprecated",
]);

/** Tags of a type and its members that have no effect, because no document has the type. */
export function unusedTags(type: ApiType): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (tags: readonly Tag[]): void => {
    for (const tag of tags) {
      if (onlyHere.has(tag.name) || tag.name.startsWith("k8s:validation:") || isExtension(tag)) {
        const hint = "add '// +k8s:openapi-gen=true' to doc.ts, or above the type";
        const parameters = { tag: writtenTag(tag), type: type.name };
        found.push(diagnostic("openapi/unused-tag", parameters, { span: tag.span, hint }));
      }
    }
    if (tags.length > 0) found.push(...switchProblems(tags));
  };
  visit(type.tags);
  for (const { member } of membersOfType(type)) visit(member.tags);
  return found;
}

/** What is wrong with the tags of a type and its members. */
export function tagProblems(input: {
  readonly types: TypesById;
  readonly type: ApiType;
}): readonly Diagnostic[] {
  const { types, type } = input;
  const { declaration, tags, id } = type;
  const expression =
    declaration.kind === "alias" ? declaration.type : ({ kind: "reference", id } as const);
  const found = [
    ...switchProblems(tags),
    ...keywordProblems({ types, tags, type: expression }),
    ...unionProblems({ tags, members: allMembers(types, type) }),
  ];
  for (const { member } of membersOfType(type)) {
    if (member.tags.length === 0) continue;
    found.push(
      ...switchProblems(member.tags),
      ...oppositeProblems(member.tags),
      ...mergeKeyProblems({ types, member }),
      ...keywordProblems({ types, tags: member.tags, type: member.type }),
    );
  }
  return found;
}
