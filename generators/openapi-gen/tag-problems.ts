import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type ApiType, allMembers, type Tag, type TypesById, writtenTag } from "../model/index.js";
import { keywordProblems } from "./keyword-problems.js";
import { membersOfType } from "./members.js";
import { isUnreadable } from "./tagged.js";
import { unionProblems } from "./unions.js";

/** `+k8s:openapi-gen=` with a value that is neither a switch nor an extension, which the original logs. */
export function unreadableTags(tags: readonly Tag[]): readonly Diagnostic[] {
  return tags.filter(isUnreadable).map(({ value = "", span }) => {
    const hint = "write 'true', 'false' or an extension such as 'x-kubernetes-sensitive:yes'";
    return diagnostic("openapi/tag-value", { value }, { span, hint });
  });
}

/** Tags that nothing else reads. */
const own: ReadonlySet<string> = new Set([
  "k8s:openapi-model-package",
  "patchStrategy",
  "patchMergeKey",
  "union",
  "unionDiscriminator",
  "unionDeprecated",
]);

/** Tags of a type and its members that have no effect, because no document has the type. */
export function unusedTags(type: ApiType): readonly Diagnostic[] {
  const members = [...membersOfType(type)].map(({ member }) => member.tags);
  return [type.tags, ...members].flat().flatMap((tag) => {
    if (!own.has(tag.name) && !tag.name.startsWith("k8s:validation:")) return [];
    const hint = "add '// +k8s:openapi-gen=true' to doc.ts, or above the type";
    const parameters = { tag: writtenTag(tag), type: type.name };
    return [diagnostic("openapi/unused-tag", parameters, { span: tag.span, hint })];
  });
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
  const members = [...membersOfType(type)].map(({ member }) => member);
  return [
    ...unreadableTags([...tags, ...members.flatMap((member) => member.tags)]),
    ...keywordProblems({ types, tags, type: expression }),
    ...members.flatMap((member) =>
      keywordProblems({ types, tags: member.tags, type: member.type }),
    ),
    ...unionProblems({ tags, members: allMembers(types, type) }),
  ];
}
