import { didYouMean } from "../diagnostics/index.js";
import { type Member, resolveAliases, withoutNull } from "../model/index.js";
import { memberKey } from "../render/index.js";
import { readArguments } from "./arguments.js";
import {
  bare,
  type Condition,
  conditionKey,
  readConditional,
  wrappedStatement,
} from "./condition.js";
import { type Context, conflict, misplaced, needs, wrongType, wrongValue } from "./context.js";
import { isGroupRule } from "./group-rules.js";
import type { MemberPlan, ModalPlan, Stability, StatementPlan } from "./plan.js";
import type { Rule } from "./rules.js";
import { isNullable, shapeOf } from "./shape.js";
import type { RuledMember } from "./use-place.js";

interface Input {
  readonly context: Context;
  readonly members: readonly RuledMember[];
  /** What is checked of a member by these rules alone. */
  readonly statementOf: (input: {
    readonly context: Context;
    readonly member: Member;
    readonly rules: readonly Rule[];
    readonly descend: boolean;
  }) => MemberPlan;
}

/** The member that selects rules, with the name of its modality. */
interface Discriminator {
  readonly rule: Rule;
  readonly member: Member;
  readonly modality: string;
}

/** A rule for one mode. */
interface ModeRule {
  /** The whole tag. */
  readonly rule: Rule;
  readonly member: Member;
  readonly modality: string;
  readonly mode: string;
  readonly stability: Stability | undefined;
  /** Options in front of the mode. */
  readonly conditions: readonly Condition[];
  readonly chained: Rule;
}

/** Whether a rule is about modes: `+k8s:modeDiscriminator`, `+k8s:ifMode`, or one of these behind conditions. */
export function isModeRule(rule: Rule): boolean {
  const { name } = bare(rule);
  return name === "modeDiscriminator" || name === "ifMode";
}

/** Reports a rule about modes that is not on a member. */
export function reportModeRule(input: {
  readonly context: Context;
  readonly rule: Rule;
}): undefined {
  const hint = "it belongs on a member of an object, in front of other tags";
  return misplaced({ ...input, place: "here", hint });
}

/** The rules of members by the values of others. */
export function modePlans(input: Input): readonly StatementPlan[] {
  const { context, members } = input;
  const tagged = members.flatMap(({ member, rules }) =>
    rules.filter(isModeRule).map((rule) => ({ member, rule })),
  );
  const discriminators = tagged.flatMap((one) => readDiscriminator({ ...input, ...one }) ?? []);
  const rules = tagged.flatMap((one) => readModeRule({ ...input, ...one }) ?? []);
  for (const one of discriminators) {
    const first = discriminators.find(({ modality }) => modality === one.modality);
    if (first !== undefined && first !== one) {
      conflict({ context, rule: one.rule, other: first.rule });
    }
    if (!rules.some(({ modality }) => modality === one.modality)) {
      needs({ context, rule: one.rule, other: "+k8s:ifMode" });
    }
  }
  return members.flatMap(({ member }) => {
    const own = rules.filter((one) => one.member === member);
    const modalities = [...new Set(own.map(({ modality }) => modality))];
    return modalities.flatMap(
      (name) =>
        modalPlan({
          ...input,
          member,
          rules: own.filter(({ modality }) => modality === name),
          discriminator: discriminators.find(({ modality }) => modality === name),
        }) ?? [],
    );
  });
}

function readDiscriminator(
  input: Input & { readonly rule: Rule; readonly member: Member },
): Discriminator | undefined {
  const { context, member } = input;
  const { rule } = readConditional(input) ?? {};
  if (rule?.name !== "modeDiscriminator") return undefined;
  const modality = readArguments(rule).named.get("modality") ?? "";
  const isName = /^(?:[A-Za-z]\w*)?$/.test(modality) && modality !== "default";
  if (!isName) {
    const hint = "write a letter, then letters, digits and '_'; 'default' is taken";
    return wrongValue({ context, rule, problem: `modality '${modality}'`, hint });
  }
  const shape = shapeOf({ types: context.types, type: member.type });
  if (shape.kind !== "string" && shape.kind !== "boolean") {
    return wrongType({ context, rule, shape, wanted: "strings and booleans" });
  }
  return { rule: input.rule, member, modality };
}

function readModeRule(
  input: Input & { readonly rule: Rule; readonly member: Member },
): ModeRule | undefined {
  const { context, member } = input;
  const conditional = readConditional(input);
  if (conditional === undefined) return undefined;
  const { rule } = conditional;
  const { chained } = rule;
  if (rule.name !== "ifMode" || chained === undefined) return undefined;
  if (isGroupRule(bare(chained))) {
    const hint = "it holds for the object, in every mode";
    return misplaced({ context, rule: bare(chained), place: "behind '+k8s:ifMode'", hint });
  }
  const { named, positional } = readArguments(rule);
  const mode = named.size === 0 ? positional : named.get("mode");
  if (mode === undefined) {
    return wrongValue({
      context,
      rule,
      problem: "its mode is missing",
      hint: "write 'mode: \"...\"'",
    });
  }
  const modality = named.get("modality") ?? "";
  const level = conditional.conditions.find(({ kind }) => kind === "level");
  const stability = level?.kind === "level" ? level.stability : undefined;
  const conditions = conditional.conditions.filter(({ kind }) => kind === "option");
  return { rule: input.rule, member, modality, mode, stability, conditions, chained };
}

function modalPlan(
  input: Input & {
    readonly member: Member;
    readonly rules: readonly ModeRule[];
    readonly discriminator: Discriminator | undefined;
  },
): StatementPlan | undefined {
  const { context, member, rules, discriminator, statementOf } = input;
  const [first] = rules;
  if (first === undefined) return undefined;
  const { types } = context;
  const other = rules.find((one) => optionsOf(one) !== optionsOf(first));
  if (other !== undefined) {
    const hint = `write the same options in front of all modes of '${member.name}'`;
    return conflict({ context, rule: other.rule, other: first.rule, hint });
  }
  if (discriminator === undefined) {
    const { modality } = first;
    const tag = `+k8s:modeDiscriminator${modality === "" ? "" : `(modality: "${modality}")`}`;
    return needs({ context, rule: first.rule, other: tag });
  }
  if (!member.optional && !isNullable({ types, type: member.type })) {
    const problem = `'${member.name}' must be there, so that no mode can do without it`;
    const hint = `write '${memberKey(member.name)}?'`;
    return wrongValue({ context, rule: first.rule, problem, hint });
  }
  const known = rules.filter((rule) => isMode({ ...input, rule, discriminator }));
  const modes = [...new Set(known.map(({ mode }) => mode))].toSorted();
  const isBoolean = shapeOf({ types, type: discriminator.member.type }).kind === "boolean";
  const levels = new Set(rules.map(({ stability }) => stability));
  const statement: ModalPlan = {
    kind: "modal",
    discriminator: discriminator.member.name,
    absent: isBoolean ? "false" : undefined,
    member: member.name,
    isMap: shapeOf({ types, type: member.type }).kind === "map",
    stability: levels.size === 1 ? first.stability : undefined,
    modes: modes.map((value) => {
      const own = known.filter(({ mode }) => mode === value).map(leveled);
      return { value, statement: statementOf({ context, member, rules: own, descend: false }) };
    }),
  };
  return wrappedStatement({ conditions: first.conditions, statement });
}

function optionsOf({ conditions }: ModeRule): string {
  return conditionKey(conditions);
}

/** The rule for a mode, with the level that stands in front of the mode. */
function leveled({ rule, chained, stability }: ModeRule): Rule {
  if (stability === undefined) return { ...chained, outermost: true };
  return { ...rule, name: stability, chained: { ...chained, outermost: false } };
}

/** Reports a mode that the discriminator never has. */
function isMode(
  input: Input & { readonly rule: ModeRule; readonly discriminator: Discriminator },
): boolean {
  const { context, rule, discriminator } = input;
  const { member } = discriminator;
  const type = withoutNull(resolveAliases(context.types, member.type));
  const values =
    type.kind === "enum"
      ? type.values.map(String)
      : type.kind === "boolean"
        ? ["true", "false"]
        : undefined;
  if (values === undefined || values.includes(rule.mode)) return true;
  const problem = `'${member.name}' is never '${rule.mode}'`;
  const hint = didYouMean({ word: rule.mode, candidates: values });
  wrongValue({ context, rule: rule.rule, problem, hint });
  return false;
}
