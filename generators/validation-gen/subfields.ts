import { didYouMean } from "../diagnostics/index.js";
import type { TypeExpression } from "../model/index.js";
import { readArguments } from "./arguments.js";
import { type Context, misplaced, wrongType, wrongValue } from "./context.js";
import { isGroupRule } from "./groups.js";
import type { CheckPlan, MemberPlan } from "./plan.js";
import type { Rule } from "./rules.js";
import { type Shape, shapeOf } from "./shape.js";
import type { Use, UseInput } from "./use-place.js";

interface Input {
  readonly context: Context;
  readonly rules: readonly Rule[];
  readonly shape: Shape;
  readonly useOf: (input: UseInput) => Use;
}

/** Members of ObjectMeta that clients write. */
const metadata: ReadonlyMap<string, TypeExpression> = new Map<string, TypeExpression>([
  ["name", { kind: "string" }],
  ["generateName", { kind: "string" }],
  ["namespace", { kind: "string" }],
  ["labels", { kind: "map", value: { kind: "string" } }],
  ["annotations", { kind: "map", value: { kind: "string" } }],
  ["finalizers", { kind: "array", element: { kind: "string" } }],
]);

/** The checks of `+k8s:subfield(name)=`: one function for all members of the value. */
export function subfieldChecks(input: Input): readonly CheckPlan[] {
  const found = input.rules
    .filter(({ name }) => name === "subfield")
    .flatMap((rule) => readSubfield({ ...input, rule }) ?? []);
  const names = [...new Set(found.map(({ name }) => name))];
  if (names.length === 0) return [];
  const statements = names.map((name) =>
    subfieldPlan({ ...input, fields: found.filter((one) => one.name === name) }),
  );
  return [{ kind: "inline", statements: statements.flat() }];
}

/** A rule for a member that is there. */
interface Subfield {
  readonly name: string;
  readonly type: TypeExpression;
  readonly chained: Rule;
}

function readSubfield(input: Input & { readonly rule: Rule }): Subfield | undefined {
  const { context, rule, shape } = input;
  const members = membersOf(shape);
  if (members === undefined) return wrongType({ context, rule, shape, wanted: "objects" });
  const name = readArguments(rule).positional;
  const type = members.get(name);
  if (type === undefined) {
    const hint = didYouMean({ word: name, candidates: members.keys() });
    return wrongValue({ context, rule, problem: `there is no member '${name}'`, hint });
  }
  const { chained } = rule;
  if (chained === undefined) return undefined;
  if (chained.name === "subfield" || isGroupRule(chained)) {
    const hint = "tag the member itself";
    return misplaced({ context, rule: chained, place: "behind '+k8s:subfield'", hint });
  }
  return { name, type, chained };
}

function subfieldPlan(
  input: Input & { readonly fields: readonly Subfield[] },
): readonly MemberPlan[] {
  const { context, fields } = input;
  const [first] = fields;
  if (first === undefined) return [];
  const { name, type } = first;
  const rules = fields.map(({ chained }) => chained);
  const use = input.useOf({ context, type, rules, place: { kind: "member" }, descend: false });
  return [
    {
      kind: "member",
      presence: use.presence ?? "ifPresent",
      member: name,
      isMap: shapeOf({ types: context.types, type }).kind === "map",
      rules: use.rules,
      update: use.update,
      checks: use.checks,
    },
  ];
}

function membersOf(shape: Shape): ReadonlyMap<string, TypeExpression> | undefined {
  if (shape.kind === "object") return new Map(shape.members.map(({ name, type }) => [name, type]));
  return shape.kind === "builtin" && shape.name === "ObjectMeta" ? metadata : undefined;
}
