import type { ValidationRule } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { type FieldError, internalError, invalid } from "../field-error.js";
import { structuralsOnTheWay } from "../has-structural.js";
import { findField } from "../openapi/field-path.js";
import { structText, valueText } from "../openapi/internal.js";
import type { Structural } from "../structural.js";
import { Printed } from "../text/printed.js";
import type { CelCompiler, CelProgram, CelScope } from "./cel-compiler.js";
import { CostLimits, type Occurrences, occurrencesBelow } from "./cost-limits.js";
import type { Declared, Step } from "./declared.js";
import type { CompiledRule, RuleNode } from "./rule-node.js";
import {
  type RunSight,
  runSightAtRoot,
  runSightBelow,
  type Sight,
  sightAtRoot,
  sightBelow,
} from "./sight.js";

/** A schema whose rules are compiled. */
export interface CompileRulesInput {
  readonly schema: Structural;
  readonly cel: CelCompiler;
  /** What the schema is of; default `resource`. */
  readonly as?: "resource" | "value";
  /** Path of the schema in the definition, for errors: `spec.versions[0].schema.openAPIV3Schema`. */
  readonly path?: string;
  /** Paths of schemas whose own rules are not looked at, because something else is wrong there; default none. */
  readonly faulty?: ReadonlySet<string>;
}

/** The rules of a schema, and what is wrong with them. */
export interface CompiledRules {
  /** Undefined where there is none. */
  readonly rules: RuleNode | undefined;
  readonly errors: readonly FieldError[];
}

interface Place {
  readonly schema: Structural;
  readonly cel: CelCompiler;
  /** Schemas with rules, on them or below. */
  readonly ruled: ReadonlySet<Structural>;
  readonly sight: Sight;
  readonly run: RunSight;
  readonly path: string;
  readonly faulty: ReadonlySet<string>;
  /** The part of the schema in which old values cannot be told, and `oldSelf` is forbidden therefore. */
  readonly uncorrelated: string | undefined;
  readonly occurrences: Occurrences;
  readonly costs: CostLimits;
  readonly errors: FieldError[];
}

const noPaths: ReadonlySet<string> = new Set();

/**
 * Compiles the rules (`x-kubernetes-validations`) of a schema. Members of rules other than expressions are taken as they are:
 * `schemaErrors` looks at those. Rules whose estimated cost is above the server's limits are errors, and can be run all the same.
 *
 * Follows apiextensions-apiserver: cel.NewValidator, and ValidateCustomResourceDefinitionOpenAPISchema for the errors.
 *
 * @example
 * const { rules, errors } = compileRules({ schema, cel: celCompiler() });
 */
export function compileRules(input: CompileRulesInput): CompiledRules {
  const ruled = structuralsOnTheWay(input.schema, ({ validations }) => validations.length > 0);
  // Most schemas have none.
  if (ruled.size === 0) return { rules: undefined, errors: [] };
  const { as = "resource", path = "openAPIV3Schema", faulty = noPaths, ...rest } = input;
  const errors: FieldError[] = [];
  const costs = new CostLimits();
  const root: Declared = { schema: input.schema, as };
  const seen = { sight: sightAtRoot(root), run: runSightAtRoot(root) };
  const start = { ruled, uncorrelated: undefined, occurrences: 1, costs, errors };
  const rules = compileNode({ ...rest, path, faulty, ...seen, ...start });
  return { rules, errors: [...errors, ...costs.errors(path)] };
}

/** Children first, as the server lists the errors. */
function compileNode(place: Place): RuleNode | undefined {
  const { schema, path, ruled } = place;
  const { additionalProperties } = schema;
  const additional =
    typeof additionalProperties === "object" && ruled.has(additionalProperties)
      ? childNode(place, {
          child: additionalProperties,
          step: "element",
          path: `${path}.additionalProperties`,
        })
      : undefined;
  const properties = new Map<string, RuleNode>();
  for (const [name, property] of schema.properties) {
    if (!ruled.has(property)) continue;
    const step = { property: name };
    const node = childNode(place, { child: property, step, path: `${path}.properties[${name}]` });
    if (node !== undefined) properties.set(name, node);
  }
  const uncorrelated =
    schema.listType === "map" ? place.uncorrelated : (place.uncorrelated ?? path);
  const items =
    schema.items === undefined || !ruled.has(schema.items)
      ? undefined
      : childNode(
          { ...place, uncorrelated },
          { child: schema.items, step: "element", path: `${path}.items` },
        );
  const rules = schema.validations.length === 0 || place.faulty.has(path) ? [] : rulesOf(place);
  if (rules.length === 0 && properties.size === 0 && !additional && !items) return undefined;
  return { schema, rules, properties, additionalProperties: additional, items };
}

function childNode(
  place: Place,
  below: { readonly child: Structural; readonly step: Step; readonly path: string },
): RuleNode | undefined {
  const { child, step, path } = below;
  const occurrences = occurrencesBelow(place.schema, place.occurrences);
  const sight = sightBelow({ sight: place.sight, step, child });
  const run = runSightBelow({ run: place.run, step, child });
  return compileNode({ ...place, schema: child, path, sight, run, occurrences });
}

/** The rules that are run; mostly they are those that the definition is checked with. */
function rulesOf(place: Place): readonly CompiledRule[] {
  const { schema, sight, run, path, errors } = place;
  const problem = typeof sight === "object" || sight === "outside" ? undefined : problems[sight];
  if (problem !== undefined)
    errors.push(internalError(`${path}.x-kubernetes-validations`, problem));
  // Whoever runs the rules all the same hears that they cannot be; the server says it of all at once where there is no type at all.
  if (run === "none") {
    const program = `rule compiler initialization error: ${problems["no element"]}`;
    return schema.validations.slice(0, 1).map((rule) => faultyRule(rule, program));
  }
  if (problem !== undefined) {
    return schema.validations.map((rule) => faultyRule(rule, `rule compile error: ${problem}`));
  }
  const checked = typeof sight === "object" ? compileAll(place, sight) : [];
  if (run === "left out") return [];
  const isChecked = typeof sight === "object" && sight.schema === run.schema && sight.as === run.as;
  if (isChecked) return checked;
  return compileAll({ ...place, errors: [], costs: new CostLimits() }, run);
}

function faultyRule(rule: ValidationRule, program: string): CompiledRule {
  return { rule, program, message: undefined, fieldPath: undefined };
}

/** The server's words, where it has any. */
const problems = {
  crash:
    "the server breaks off the connection: rules below an element of values that have no elements",
  "no element": "failed to convert to declType for CEL validation rules",
  untyped:
    "internal error: failed to construct type information for x-kubernetes-validations rules: unable to convert structural schema to CEL declarations",
} as const;

function compileAll(place: Place, declared: Declared): readonly CompiledRule[] {
  const { schema, cel, path } = place;
  const scope = cel.scopeOf(declared);
  if (scope === undefined) return [];
  return schema.validations.flatMap((rule, index) => {
    const field = `${path}.x-kubernetes-validations[${index}]`;
    const compiled = compileRule({ place, scope, rule, field });
    return compiled === undefined ? [] : [compiled];
  });
}

function compileRule(input: {
  readonly place: Place;
  readonly scope: CelScope;
  readonly rule: ValidationRule;
  readonly field: string;
}): CompiledRule | undefined {
  const { place, scope, rule, field } = input;
  if (rule.rule.trim() === "") return undefined;
  const fieldPath = fieldPathOf(rule, place.schema);
  const program = compileExpression({ ...input, expression: "rule" });
  if (typeof program === "string") {
    checkOldSelf({ place, rule, field, used: false });
    return { rule, program: `rule compile error: ${program}`, message: undefined, fieldPath };
  }
  const message = rule.messageExpression
    ? compileExpression({ place, scope, rule, field, expression: "messageExpression" })
    : undefined;
  checkOldSelf({ place, rule, field, used: program.usesOldSelf });
  return { rule, program, message: typeof message === "string" ? undefined : message, fieldPath };
}

/** The program, or why there is none. */
function compileExpression(input: {
  readonly place: Place;
  readonly scope: CelScope;
  readonly rule: ValidationRule;
  readonly field: string;
  readonly expression: "messageExpression" | "rule";
}): CelProgram | string {
  const { place, scope, rule, expression } = input;
  const compiled = scope.compile({
    expression: rule[expression] ?? "",
    oldSelf: rule.optionalOldSelf === true ? "optional" : "plain",
    result: expression === "rule" ? "bool" : "string",
  });
  if (!("reason" in compiled)) {
    observeCost({ ...input, program: compiled });
    return compiled;
  }
  const subject = expression === "rule" ? "" : "messageExpression ";
  const detail =
    compiled.reason === "type"
      ? compiled.message
      : `${subject}compilation failed: ${compiled.message}`;
  const field = `${input.field}.${expression}`;
  place.errors.push(invalid({ field, value: printedRule(rule), detail }));
  return detail;
}

/** A rule costs as often as its node occurs; a message is made once. */
function observeCost(input: {
  readonly place: Place;
  readonly scope: CelScope;
  readonly field: string;
  readonly expression: "messageExpression" | "rule";
  readonly program: CelProgram;
}): void {
  const { place, scope, expression, program } = input;
  const { occurrences, costs, errors } = place;
  const often = occurrences === "unlimited" ? scope.maxOccurrences : occurrences;
  const cost = expression === "rule" ? program.maxCost * often : program.maxCost;
  const error = costs.observe({ field: `${input.field}.${expression}`, cost, expression });
  if (error !== undefined) errors.push(error);
}

function checkOldSelf(input: {
  readonly place: Place;
  readonly rule: ValidationRule;
  readonly field: string;
  readonly used: boolean;
}): void {
  const { place, rule, field, used } = input;
  const { uncorrelated, errors } = place;
  if (!used) {
    if (rule.optionalOldSelf === undefined || rule.optionalOldSelf === null) return;
    const detail = "may not be set if oldSelf is not used in rule";
    const value = rule.optionalOldSelf;
    errors.push(invalid({ field: `${field}.optionalOldSelf`, value, detail }));
  } else if (uncorrelated !== undefined) {
    const detail = `oldSelf cannot be used on the uncorrelatable portion of the schema within ${uncorrelated}`;
    errors.push(invalid({ field: `${field}.rule`, value: rule.rule, detail }));
  }
}

function fieldPathOf(rule: ValidationRule, schema: Structural): string | undefined {
  const jsonPath = rule.fieldPath ?? "";
  if (jsonPath === "") return undefined;
  const found = findField({ jsonPath, schema, brackets: "allowed" });
  return found.error === undefined ? found.path : undefined;
}

/** A rule as the server's internal type is printed. */
function printedRule(rule: ValidationRule): Printed {
  return new Printed(
    structText([
      ["Rule", valueText(rule.rule)],
      ["Message", valueText(rule.message ?? "")],
      ["MessageExpression", valueText(rule.messageExpression ?? "")],
      ["Reason", valueText(rule.reason)],
      ["FieldPath", valueText(rule.fieldPath ?? "")],
      ["OptionalOldSelf", valueText(rule.optionalOldSelf)],
    ]),
  );
}
