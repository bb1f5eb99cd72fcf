import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { asksForOpenApi, type Member, type Tag } from "../model/index.js";
import type { Schema } from "./schema.js";

interface UnionInput {
  /** Of the type. */
  readonly tags: readonly Tag[];
  readonly members: readonly Member[];
}

function has(member: Pick<Member, "tags">, ...names: readonly string[]): boolean {
  return member.tags.some(({ name }) => names.includes(name));
}

/** The members that exclude each other: those that are tagged, or all optional ones of a type that is. */
function unionMembers({ tags, members }: UnionInput): readonly Member[] {
  const whole = tags.some(({ name }) => name === "union");
  return members.filter(
    (member) =>
      asksForOpenApi(member.tags) !== false &&
      !has(member, "unionDiscriminator") &&
      (has(member, "union", "unionDeprecated") || (whole && member.optional)),
  );
}

/** `x-kubernetes-unions` of a type whose tags say that members of it exclude each other. */
export function unionFacts(input: UnionInput): Schema {
  const members = unionMembers(input);
  if (members.length === 0) return {};
  const discriminator = input.members.find((member) => has(member, "unionDiscriminator"))?.name;
  // The value of the discriminator is the field's name in Go.
  const fields = members.map(({ name }) => [name, name.charAt(0).toUpperCase() + name.slice(1)]);
  return {
    "x-kubernetes-unions": [
      {
        ...(discriminator !== undefined && { discriminator }),
        "fields-to-discriminateBy": Object.fromEntries(fields),
      },
    ],
  };
}

/** Tags of unions that make none: the original logs them and goes on. */
export function unionProblems(input: UnionInput): readonly Diagnostic[] {
  const { tags, members } = input;
  const report = (tag: Tag, problem: string): Diagnostic =>
    diagnostic("openapi/union", { tag: `+${tag.name}`, problem }, { span: tag.span });
  const found: Diagnostic[] = [];
  let discriminators = 0;
  for (const member of members) {
    for (const tag of member.tags) {
      if (tag.name === "unionDiscriminator") {
        discriminators++;
        if (discriminators > 1) found.push(report(tag, "the union has a discriminator already"));
        if (has(member, "union", "unionDeprecated"))
          found.push(report(tag, "a discriminator is no member of the union"));
      }
      if ((tag.name === "union" || tag.name === "unionDeprecated") && !member.optional)
        found.push(report(tag, "a member of a union is optional: write it with '?'"));
    }
  }
  const tag =
    tags.find(({ name }) => name === "union") ??
    members.flatMap((member) => member.tags).find(({ name }) => name === "unionDiscriminator");
  if (tag !== undefined && unionMembers(input).length === 0)
    found.push(report(tag, "there are no optional members that would exclude each other"));
  return found;
}
