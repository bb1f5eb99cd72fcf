import { didYouMean } from "../diagnostics/index.js";
import { type Member, resolveAliases, withoutNull } from "../model/index.js";
import { memberKey, quoted } from "../render/index.js";
import { readArguments } from "./arguments.js";
import { bare, type Condition, readConditional, wrappedStatement } from "./condition.js";
import { type Context, conflict, needs, wrongType, wrongValue } from "./context.js";
import { isGroupRule, reportMixed } from "./group-rules.js";
import type { GroupPlan, PropertyPlan, StatementPlan } from "./plan.js";
import { type Rule, tagOf } from "./rules.js";
import { shapeOf } from "./shape.js";
import type { RuledMember } from "./use-place.js";

interface Input {
  readonly context: Context;
  readonly members: readonly RuledMember[];
  /** All members of the object. */
  readonly siblings: readonly Member[];
}

/** A rule on a member, with what stands in its parentheses. */
interface Tagged {
  readonly rule: Rule;
  readonly member: Member;
  readonly conditions: readonly Condition[];
  /** `union: "name"`, or "" for the one without a name. */
  readonly union: string;
  readonly memberName: string | undefined;
  readonly sibling: string;
}

/** The rules about several members of an object. */
export function groupPlans(input: Input): readonly StatementPlan[] {
  const { context } = input;
  const all = input.members.flatMap(({ member, rules }) =>
    rules.filter((rule) => isGroupRule(bare(rule))).map((rule) => ({ rule, member })),
  );
  reportMixed({ context, rules: all.map(({ rule }) => rule) });
  const tagged = all.flatMap((one) => readTagged({ ...input, ...one }) ?? []);
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
  const conditional = readConditional({ context, rule });
  if (conditional === undefined) return undefined;
  const { conditions } = conditional;
  const found = readArguments(conditional.rule);
  const union = found.named.get("union") ?? "";
  const tagged = {
    rule: conditional.rule,
    member,
    conditions,
    union,
    memberName: found.named.get("memberName"),
    sibling: found.positional,
  };
  const { name } = conditional.rule;
  const isMember = name === "unionMember" || name === "zeroOrOneOfMember";
  const mayBeAbsent = member.optional || member.tags.some(({ name }) => name === "k8s:optional");
  if (isMember && !mayBeAbsent) {
    return wrongValue({
      context,
      rule: conditional.rule,
      problem: `'${member.name}' must be there, so that no other one can be`,
      hint: `write '${memberKey(member.name)}?'`,
    });
  }
  return tagged;
}

function unionPlan(
  input: Input & { readonly tagged: readonly Tagged[]; readonly discriminators: readonly Tagged[] },
): readonly StatementPlan[] {
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
  const statement: GroupPlan = {
    kind: "group",
    name: "discriminatedUnion",
    properties: [
      { key: "discriminator", kind: "text", text: quoted(discriminator.member.name) },
      { key: "members", kind: "object", items },
      ...maps({ context, members: tagged.map(({ member }) => member) }),
    ],
  };
  // As in validation-gen: what stands in front of the members counts, not in front of the discriminator.
  return [wrappedStatement({ conditions: tagged[0]?.conditions ?? [], statement })];
}

function plainPlan(
  input: Input & { readonly name: string; readonly tagged: readonly Tagged[] },
): StatementPlan {
  const { context, name, tagged } = input;
  const members = tagged.map(({ member }) => member);
  const items = members.map((member) => quoted(member.name));
  const statement: GroupPlan = {
    kind: "group",
    name,
    properties: [{ key: "members", kind: "list", items }, ...maps({ context, members })],
  };
  return wrappedStatement({ conditions: tagged[0]?.conditions ?? [], statement });
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

function dependentPlan(input: Input & { readonly one: Tagged }): StatementPlan | undefined {
  const { context, siblings, one } = input;
  const { rule, member, conditions, sibling } = one;
  const other = siblings.find(({ name }) => name === sibling);
  if (other === undefined || other.name === member.name) {
    const candidates = siblings.map(({ name }) => name).filter((name) => name !== member.name);
    const problem =
      other !== undefined ? `'${sibling}' is the member itself` : `there is no member '${sibling}'`;
    const hint = didYouMean({ word: sibling, candidates });
    return wrongValue({ context, rule, problem, hint });
  }
  const statement: GroupPlan = {
    kind: "group",
    name: rule.name,
    properties: [
      { key: "member", kind: "text", text: quoted(member.name) },
      { key: "dependent", kind: "text", text: quoted(sibling) },
      ...maps({ context, members: [member, other] }),
    ],
  };
  return wrappedStatement({ conditions, statement });
}

/** The members that are maps. */
function maps(input: {
  readonly context: Context;
  readonly members: readonly Member[];
}): readonly PropertyPlan[] {
  const { context, members } = input;
  const items = members
    .filter(({ type }) => shapeOf({ types: context.types, type }).kind === "map")
    .map(({ name }) => quoted(name));
  return items.length === 0 ? [] : [{ key: "maps", kind: "list", items }];
}

/** What Go would call the member: the value of a discriminator, unless the tag says another one. */
function goName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
