import { didYouMean } from "../diagnostics/index.js";
import { type Member, resolveAliases } from "../model/index.js";
import { readArguments } from "./arguments.js";
import { type Context, conflict, misplaced, needs, wrongType, wrongValue } from "./context.js";
import type { MemberPlan, ModalPlan, Stability } from "./plan.js";
import { type Rule, rulesOf } from "./rules.js";
import { isNullable, shapeOf, withoutNull } from "./shape.js";

interface Input {
  readonly context: Context;
  readonly members: readonly Member[];
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
  readonly chained: Rule;
}

/** Whether a rule is about modes: `+k8s:modeDiscriminator`, `+k8s:ifMode`, or one of these behind `+k8s:alpha`. */
export function isModeRule(rule: Rule): boolean {
  const { name } = levelOf(rule).rule;
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
export function modePlans(input: Input): readonly ModalPlan[] {
  const { context, members } = input;
  const tagged = members.flatMap((member) =>
    rulesOf(member.tags)
      .filter(isModeRule)
      .map((rule) => ({ member, rule })),
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
  return members.flatMap((member) => {
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

/** A rule without the level in front of it. */
function levelOf(rule: Rule): { readonly rule: Rule; readonly stability: Stability | undefined } {
  const { name, chained } = rule;
  return (name === "alpha" || name === "beta") && chained !== undefined
    ? { rule: chained, stability: name }
    : { rule, stability: undefined };
}

function readDiscriminator(
  input: Input & { readonly rule: Rule; readonly member: Member },
): Discriminator | undefined {
  const { context, member } = input;
  const { rule } = levelOf(input.rule);
  if (rule.name !== "modeDiscriminator") return undefined;
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
  const { rule, stability } = levelOf(input.rule);
  const { chained } = rule;
  if (rule.name !== "ifMode" || chained === undefined) return undefined;
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
  return { rule: input.rule, member, modality, mode, stability, chained };
}

function modalPlan(
  input: Input & {
    readonly member: Member;
    readonly rules: readonly ModeRule[];
    readonly discriminator: Discriminator | undefined;
  },
): ModalPlan | undefined {
  const { context, member, rules, discriminator, statementOf } = input;
  const [first] = rules;
  if (first === undefined) return undefined;
  const { types } = context;
  if (discriminator === undefined) {
    const { modality } = first;
    const other = `+k8s:modeDiscriminator${modality === "" ? "" : `(modality: "${modality}")`}`;
    return needs({ context, rule: first.rule, other });
  }
  if (!member.optional && !isNullable({ types, type: member.type })) {
    const problem = `'${member.name}' must be there, so that no mode can do without it`;
    const hint = `write '${member.name}?'`;
    return wrongValue({ context, rule: first.rule, problem, hint });
  }
  const known = rules.filter((rule) => isMode({ ...input, rule, discriminator }));
  const modes = [...new Set(known.map(({ mode }) => mode))].toSorted();
  const isBoolean = shapeOf({ types, type: discriminator.member.type }).kind === "boolean";
  const levels = new Set(rules.map(({ stability }) => stability));
  return {
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
}

/** The rule for a mode, with the level that stands in front of the mode. */
function leveled({ rule, chained, stability }: ModeRule): Rule {
  if (stability === undefined) return { ...chained, outermost: true };
  return { ...rule, chained: { ...chained, outermost: false } };
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
