import { diagnostic } from "../../diagnostics/index.js";
import type { MemberSyntax, ObjectSyntax } from "../syntax.js";
import type { Member, TypeExpression } from "../types.js";
import { linkDefault } from "./default-value.js";
import { linkType, type TypeContext } from "./expressions.js";
import { linkMap } from "./globals.js";
import { placeOf } from "./report.js";
import { linkTags } from "./tags.js";
import { unsupportedDiagnostic } from "./unsupported.js";

/** The members of an object, or the map that its index signature makes. */
export interface LinkedMembers {
  readonly members: readonly Member[];
  readonly map: TypeExpression | undefined;
}

/** Links the body of an interface or inline object. */
export function linkMembers(
  context: TypeContext,
  input: {
    readonly body: ObjectSyntax;
    /** Nothing is inherited, so an index signature alone makes a map. */
    readonly alone: boolean;
  },
): LinkedMembers {
  const { body } = input;
  const { file } = context.scope;
  for (const syntax of body.foreign) {
    context.report(unsupportedDiagnostic({ syntax, file }));
  }
  const members = body.members.map((member) => linkMember(context, member));
  reportDuplicates(context, body.members);
  const [index, ...others] = body.index;
  if (index === undefined) {
    return { members, map: undefined };
  }
  linkTags({
    tags: index.tags,
    place: { target: "function", where: "on an index signature" },
    file,
    report: context.report,
  });
  if (body.members.length > 0 || others.length > 0 || !input.alone) {
    const span = placeOf(file, index.span);
    const hint = "put the map into a member of its own: 'labels: Record<string, string>'";
    context.report(diagnostic("type/index-signature", {}, { span, hint }));
    return { members, map: undefined };
  }
  return { members, map: linkMap(context, index) };
}

function linkMember(context: TypeContext, member: MemberSyntax): Member {
  const { file } = context.scope;
  const tags = linkTags({
    tags: member.tags,
    place: { target: "member", where: "on a member" },
    file,
    report: context.report,
  });
  const plainNumber =
    context.plainNumber || tags.some(({ name }) => name === "crd-project:plainNumber");
  const value = linkDefault({ context, tags, type: member.type });
  return {
    name: member.name,
    optional: member.optional,
    ...(member.readonly && { readonly: true }),
    type: linkType(plainNumber ? { ...context, plainNumber } : context, member.type),
    description: member.description,
    tags,
    ...(value && { default: value }),
    span: placeOf(file, member.span),
  };
}

function reportDuplicates(context: TypeContext, members: readonly MemberSyntax[]): void {
  const seen = new Set<string>();
  for (const { name, span } of members) {
    if (seen.has(name)) {
      const place = placeOf(context.scope.file, span);
      context.report(diagnostic("type/duplicate-member", { name }, { span: place }));
    }
    seen.add(name);
  }
}
