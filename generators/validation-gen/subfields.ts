import { didYouMean } from "../diagnostics/index.js";
import type { Member, TypeExpression } from "../model/index.js";
import { readArguments } from "./arguments.js";
import { bare } from "./condition.js";
import { type Context, misplaced, wrongType, wrongValue } from "./context.js";
import type { CheckPlan, MemberPlan, StatementPlan } from "./plan.js";
import type { Rule } from "./rules.js";
import { type Shape, shapeOf } from "./shape.js";
import type { RuledMember, Use, UseInput } from "./use-place.js";

interface Input {
  readonly context: Context;
  readonly rules: readonly Rule[];
  readonly shape: Shape;
  readonly useOf: (input: UseInput) => Use;
  /** Whether a rule is about several members of an object. */
  readonly isTogether: (rule: Rule) => boolean;
  readonly togetherPlan: (input: TogetherInput) => readonly StatementPlan[];
}

/** Members of an object that are looked at together. */
export interface TogetherInput {
  readonly context: Context;
  readonly members: readonly RuledMember[];
  /** All members of the object. */
  readonly siblings: readonly Member[];
}

/** Members of ObjectMeta that clients write. */
const metadata: readonly (readonly [name: string, type: TypeExpression])[] = [
  ["name", { kind: "string" }],
  ["generateName", { kind: "string" }],
  ["namespace", { kind: "string" }],
  ["labels", { kind: "map", value: { kind: "string" } }],
  ["annotations", { kind: "map", value: { kind: "string" } }],
  ["finalizers", { kind: "array", element: { kind: "string" } }],
];

/** The checks of `+k8s:subfield(name)=`: one function for all members of the value. */
export function subfieldChecks(input: Input): readonly CheckPlan[] {
  const siblings = membersOf(input);
  const found = input.rules
    .filter(({ name }) => name === "subfield")
    .flatMap((rule) => readSubfield({ ...input, rule, siblings }) ?? []);
  const members = [...new Set(found.map(({ member }) => member))].map((member) => ({
    member,
    rules: found.filter((one) => one.member === member).map(({ chained }) => chained),
  }));
  if (members.length === 0) return [];
  const { context, isTogether, togetherPlan } = input;
  const statements = [
    ...togetherPlan({ context, members, siblings: siblings ?? [] }),
    ...members.flatMap(({ member, rules }) => {
      const own = rules.filter((rule) => !isTogether(rule));
      return own.length === 0 ? [] : [subfieldPlan({ ...input, member, rules: own })];
    }),
  ];
  return [{ kind: "inline", statements }];
}

/** A rule for a member that is there. */
interface Subfield {
  readonly member: Member;
  readonly chained: Rule;
}

function readSubfield(
  input: Input & { readonly rule: Rule; readonly siblings: readonly Member[] | undefined },
): Subfield | undefined {
  const { context, rule, shape, siblings: members } = input;
  if (members === undefined) return wrongType({ context, rule, shape, wanted: "objects" });
  const name = readArguments(rule).positional;
  const member = members.find((one) => one.name === name);
  if (member === undefined) {
    const hint = didYouMean({ word: name, candidates: members.map((one) => one.name) });
    return wrongValue({ context, rule, problem: `there is no member '${name}'`, hint });
  }
  const { chained } = rule;
  if (chained === undefined) return undefined;
  if (bare(chained).name === "subfield") {
    const hint = "tag the member itself";
    return misplaced({ context, rule: chained, place: "behind '+k8s:subfield'", hint });
  }
  return { member, chained };
}

function subfieldPlan(input: Input & RuledMember): MemberPlan {
  const { context, member, rules } = input;
  const { name, type } = member;
  const use = input.useOf({
    context,
    type,
    rules,
    place: { kind: "member", name },
    descend: false,
  });
  return {
    kind: "member",
    presence: use.presence ?? "ifPresent",
    member: name,
    isMap: shapeOf({ types: context.types, type }).kind === "map",
    rules: use.rules,
    update: use.update,
    checks: use.checks,
  };
}

function membersOf({
  shape,
  rules,
}: Pick<Input, "shape" | "rules">): readonly Member[] | undefined {
  if (shape.kind === "object") return shape.members;
  const [rule] = rules;
  if (shape.kind !== "builtin" || shape.name !== "ObjectMeta" || rule === undefined) {
    return undefined;
  }
  const { span } = rule;
  return metadata.map(([name, type]) => ({
    name,
    type,
    optional: true,
    description: "",
    tags: [],
    span,
  }));
}
