import { didYouMean } from "../diagnostics/index.js";
import { type Member, resolveAliases } from "../model/index.js";
import { memberKey, quoted } from "../render/index.js";
import { readArguments } from "./arguments.js";
import { type Context, conflict, needs, wrongType, wrongValue } from "./context.js";
import type { GroupPlan, PropertyPlan } from "./plan.js";
import { type Rule, rulesOf, tagOf } from "./rules.js";
import { shapeOf, withoutNull } from "./shape.js";

const names: readonly string[] = [
  "unionMember",
  "unionDiscriminator",
  "zeroOrOneOfMember",
  "dependentRequired",
  "dependentForbidden",
];

export function isGroupRule(rule: Rule): boolean {
  return names.includes(rule.name);
}

interface Input {
  readonly context: Context;
  readonly members: readonly Member[];
}

/** A rule on a member, with what stands in its parentheses. */
interface Tagged {
  readonly rule: Rule;
  readonly member: Member;
  /** `union: "name"`, or "" for the one without a name. */
  readonly union: string;
  readonly memberName: string | undefined;
  readonly sibling: string;
}

/** The rules about several members of an object. */
export function groupPlans(input: Input): readonly GroupPlan[] {
  const tagged = input.members.flatMap((member) =>
    rulesOf(member.tags)
      .filter(isGroupRule)
      .flatMap((rule) => readTagged({ ...input, rule, member }) ?? []),
  );
  const named = (name: string): readonly Tagged[] =>
    tagged.filter(({ rule }) => rule.name === name);
  const discriminators = named("unionDiscriminator");
  return [
    ...grouped(named("unionMember")).flatMap(([union, members]) =>
      unionPlan({
        ...input,
        tagged: members,
        discriminators: discriminators.filter((one) => one.union === union),
      }),
    ),
    ...grouped(named("zeroOrOneOfMember")).map(([, members]) =>
      plainPlan({ ...input, name: "zeroOrOneOf", tagged: members }),
    ),
    ...discriminators.flatMap((one) => lonely({ ...input, one, others: named("unionMember") })),
    ...["dependentRequired", "dependentForbidden"].flatMap((name) =>
      named(name).flatMap((one) => dependentPlan({ ...input, one }) ?? []),
    ),
  ];
}

/** By the name of the union, in the order of the members. */
function grouped(tagged: readonly Tagged[]): readonly (readonly [string, readonly Tagged[]])[] {
  const unions = [...new Set(tagged.map(({ union }) => union))];
  return unions.map((union) => [union, tagged.filter((one) => one.union === union)]);
}

function readTagged(
  input: Input & { readonly rule: Rule; readonly member: Member },
): Tagged | undefined {
  const { context, rule, member } = input;
  const found = readArguments(rule);
  const union = found.named.get("union") ?? "";
  const tagged = {
    rule,
    member,
    union,
    memberName: found.named.get("memberName"),
    sibling: found.positional,
  };
  const isMember = rule.name === "unionMember" || rule.name === "zeroOrOneOfMember";
  const mayBeAbsent = member.optional || member.tags.some(({ name }) => name === "k8s:optional");
  if (isMember && !mayBeAbsent) {
    return wrongValue({
      context,
      rule,
      problem: `'${member.name}' must be there, so that no other one can be`,
      hint: `write '${member.name}?'`,
    });
  }
  return tagged;
}

function unionPlan(
  input: Input & { readonly tagged: readonly Tagged[]; readonly discriminators: readonly Tagged[] },
): readonly GroupPlan[] {
  const { context, tagged, discriminators } = input;
  const [discriminator, second] = discriminators;
  if (discriminator === undefined) {
    const stray = tagged.find(({ memberName }) => memberName !== undefined);
    if (stray !== undefined) needs({ context, rule: stray.rule, other: "+k8s:unionDiscriminator" });
    return [plainPlan({ ...input, name: "union" })];
  }
  if (second !== undefined) conflict({ context, rule: second.rule, other: discriminator.rule });
  const { types } = context;
  const shape = shapeOf({ types, type: discriminator.member.type });
  if (shape.kind !== "string") {
    wrongType({ context, rule: discriminator.rule, shape, wanted: "strings" });
    return [];
  }
  const target = withoutNull(resolveAliases(types, discriminator.member.type));
  const literals = target.kind === "enum" ? target.values : undefined;
  const items = tagged.map(({ rule, member, memberName }) => {
    const value = memberName ?? goName(member.name);
    if (literals !== undefined && !literals.includes(value)) {
      const problem = `'${discriminator.member.name}' is never ${quoted(value)}`;
      wrongValue({ context, rule, problem, hint: `write '${tagOf(rule)}(memberName: "...")'` });
    }
    return `${memberKey(member.name)}: ${quoted(value)}`;
  });
  return [
    {
      kind: "group",
      name: "discriminatedUnion",
      properties: [
        { key: "discriminator", kind: "text", text: quoted(discriminator.member.name) },
        { key: "members", kind: "object", items },
        ...maps({ ...input, members: tagged.map(({ member }) => member) }),
      ],
    },
  ];
}

function plainPlan(
  input: Input & { readonly name: string; readonly tagged: readonly Tagged[] },
): GroupPlan {
  const members = input.tagged.map(({ member }) => member);
  const items = members.map(({ name }) => quoted(name));
  return {
    kind: "group",
    name: input.name,
    properties: [{ key: "members", kind: "list", items }, ...maps({ ...input, members })],
  };
}

/** Reports a discriminator of a union without members. */
function lonely(
  input: Input & { readonly one: Tagged; readonly others: readonly Tagged[] },
): readonly never[] {
  const { context, one, others } = input;
  if (!others.some(({ union }) => union === one.union)) {
    needs({ context, rule: one.rule, other: "+k8s:unionMember" });
  }
  return [];
}

function dependentPlan(input: Input & { readonly one: Tagged }): GroupPlan | undefined {
  const { context, members, one } = input;
  const { rule, member, sibling } = one;
  const other = members.find(({ name }) => name === sibling);
  if (other === undefined || other === member) {
    const candidates = members.map(({ name }) => name).filter((name) => name !== member.name);
    const problem =
      other === member ? `'${sibling}' is the member itself` : `there is no member '${sibling}'`;
    const hint = didYouMean({ word: sibling, candidates });
    return wrongValue({ context, rule, problem, hint });
  }
  return {
    kind: "group",
    name: rule.name,
    properties: [
      { key: "member", kind: "text", text: quoted(member.name) },
      { key: "dependent", kind: "text", text: quoted(sibling) },
      ...maps({ ...input, members: [member, other] }),
    ],
  };
}

/** The members that are maps. */
function maps({ context, members }: Input): readonly PropertyPlan[] {
  const items = members
    .filter(({ type }) => shapeOf({ types: context.types, type }).kind === "map")
    .map(({ name }) => quoted(name));
  return items.length === 0 ? [] : [{ key: "maps", kind: "list", items }];
}

/** What Go would call the member: the value of a discriminator, unless the tag says another one. */
function goName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
