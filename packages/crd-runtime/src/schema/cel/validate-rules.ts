import type { ValidationRule } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import {
  duplicate,
  type FieldError,
  forbidden,
  invalid,
  noField,
  required,
} from "../field-error.js";
import { isObject, member } from "../json.js";
import { Correlation } from "../value/ratchet.js";
import type { CelEvaluateInput } from "./cel-compiler.js";
import type { CompiledRule, RuleNode } from "./rule-node.js";

/** An object and the rules that it must keep. */
export interface ValidateRulesInput {
  /** Of `compileRules`. */
  readonly rules: RuleNode | undefined;
  readonly object: unknown;
  /** On updates: the object as it was. */
  readonly oldObject?: unknown;
  /** Path of the value when it is no whole object. */
  readonly path?: string;
  /** `off`: values that have not changed have errors as others do. */
  readonly ratcheting?: "off" | "on";
}

/** What rules say of an object. */
export interface RuleErrors {
  readonly errors: readonly FieldError[];
  /**
   * What would be errors, and is not because the values have not changed in the update: the server sends these as warnings
   * (CRDValidationRatcheting).
   */
  readonly warnings: readonly FieldError[];
}

const noErrors: RuleErrors = { errors: [], warnings: [] };

/** What one evaluation may cost, and all of an object, in the units of cel-go. */
const maxCallCost = 1_000_000;
const maxObjectCost = 10_000_000;

/** Bytes of a message that an expression makes; longer ones are not used. */
const maxMessageBytes = 5 * 1024;

/**
 * Runs the rules on an object that has no other errors than `blocksRules` lets pass. Rules that look at `oldSelf` run where
 * there is an old value. The rules of a value come before those of its members, these in the order of the object; the
 * server's order is random there. A rule that costs more than one may, or what is left for all of them, is an error, and no
 * other rule runs then.
 *
 * Follows cel.Validator.Validate of apiextensions-apiserver.
 *
 * @example
 * const { errors } = validateRules({ rules, object, oldObject });
 */
export function validateRules(input: ValidateRulesInput): RuleErrors {
  const { rules, object, oldObject, path = "", ratcheting = "on" } = input;
  if (rules === undefined) return noErrors;
  const found: { errors: FieldError[]; warnings: FieldError[] } = { errors: [], warnings: [] };
  const correlation =
    oldObject === undefined || ratcheting === "off"
      ? undefined
      : new Correlation({ value: object, old: oldObject, schema: rules.schema });
  const start = { value: object, old: oldObject, path, correlation, ancestor: undefined };
  visit({ node: rules, ...start, ...found, budget: { left: maxObjectCost } });
  return found;
}

/** Whether other errors keep the server from running the rules. It then adds `rulesNotRun`. */
export function blocksRules(errors: readonly FieldError[]): boolean {
  return errors.some(({ type }) => blocking.has(type));
}

const blocking: ReadonlySet<FieldError["type"]> = new Set<FieldError["type"]>([
  "FieldValueNotSupported",
  "FieldValueRequired",
  "FieldValueTooLong",
  "FieldValueTooMany",
  "FieldValueTypeInvalid",
]);

/** The error that the server adds to others when it has not run the rules for these. */
export const rulesNotRun: FieldError = invalid({
  field: noField,
  value: null,
  detail:
    "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation",
});

interface Visit {
  readonly node: RuleNode;
  readonly value: unknown;
  readonly old: unknown;
  readonly path: string;
  /** The value and what it was; undefined where that cannot be told. */
  readonly correlation: Correlation | undefined;
  /** The nearest one above that can be told. */
  readonly ancestor: Correlation | undefined;
  readonly errors: FieldError[];
  readonly warnings: FieldError[];
  /** Of cost; below 0 no other rule runs. */
  readonly budget: { left: number };
}

function visit(place: Visit): void {
  const { node, value } = place;
  // Rules on null are for the schema around it.
  if (value === null || value === undefined) return;
  for (const rule of node.rules) {
    if (place.budget.left < 0) return;
    run(place, rule);
  }
  if (Array.isArray(value)) visitElements(place, value);
  else if (isObject(value)) visitMembers(place, value);
}

function visitElements(place: Visit, value: readonly unknown[]): void {
  const { node, path, old } = place;
  const { items, schema } = node;
  if (items === undefined) return;
  const correlation = place.correlation ?? new Correlation({ value, old, schema });
  for (const [index, element] of value.entries()) {
    const inner = correlation.index(index);
    visit({
      ...place,
      node: items,
      value: element,
      old: inner?.old,
      path: `${path}[${index}]`,
      ...below(place, inner),
    });
  }
}

function visitMembers(place: Visit, object: Readonly<Record<string, unknown>>): void {
  const { node, path, old } = place;
  for (const [name, value] of Object.entries(object)) {
    const property = node.properties.get(name);
    const next = property ?? node.additionalProperties;
    if (next === undefined) continue;
    const child = property === undefined ? `${path}[${name}]` : childPath(path, name);
    visit({
      ...place,
      node: next,
      value,
      old: member(old, name),
      path: child,
      ...belowMember(place, name),
    });
  }
}

function childPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

type Correlated = Pick<Visit, "ancestor" | "correlation">;

function below(place: Visit, correlation: Correlation | undefined): Correlated {
  // Below what cannot be told the nearest ancestor stays the same.
  if (place.correlation === undefined) return { correlation: undefined, ancestor: place.ancestor };
  return { correlation, ancestor: place.correlation };
}

function belowMember(place: Visit, name: string): Correlated {
  const { correlation, ancestor } = place;
  // Old and new have been converted to one version: changes of these cannot be seen.
  if (
    correlation !== undefined &&
    ancestor === undefined &&
    (name === "apiVersion" || name === "kind")
  ) {
    return { correlation: undefined, ancestor: undefined };
  }
  return below(place, correlation?.key(name));
}

function run(place: Visit, compiled: CompiledRule): void {
  const { node, value, old, path } = place;
  const { rule, program } = compiled;
  const field = path === "" ? noField : path;
  const type = node.schema.type ?? "";
  if (typeof program === "string") {
    place.errors.push(invalid({ field, value: type, detail: program }));
    return;
  }
  const oldSelf = old === null ? undefined : old;
  if (program.usesOldSelf && oldSelf === undefined && rule.optionalOldSelf !== true) return;
  const values = { self: value, oldSelf };
  const result = program.evaluate({ ...values, costLimit: maxCallCost });
  place.budget.left -= result.cost;
  if (place.budget.left < 0) {
    place.errors.push(invalid({ field, value: type, detail: outOfBudget("validation") }));
    return;
  }
  if (result.value === true) return;
  if (result.error !== undefined && result.cost > maxCallCost) {
    place.budget.left = -1;
    const detail = `'${result.error}': no further validation rules will be run due to call cost exceeds limit for rule: ${nameOf(rule)}`;
    place.errors.push(invalid({ field, value: type, detail }));
    return;
  }
  if (result.error !== undefined) {
    const detail = evaluationDetail(result.error, rule);
    place.errors.push(invalid({ field, value: type, detail }));
    return;
  }
  const made = messageOf(compiled, values);
  place.budget.left = made.cost > maxCallCost ? -1 : place.budget.left - made.cost;
  if (place.budget.left < 0) {
    const detail =
      made.cost > maxCallCost
        ? "no further validation rules will be run due to call cost exceeds limit for messageExpression"
        : outOfBudget("messageExpression evaluation");
    place.errors.push(invalid({ field, value: type, detail }));
    return;
  }
  const detail = made.text;
  const shown = compiled.fieldPath === undefined ? field : childPath(path, compiled.fieldPath);
  const error = errorOf({ place, rule, field: shown, detail });
  if (!program.usesOldSelf && isUnchanged(place)) place.warnings.push(error);
  else place.errors.push(error);
}

function isUnchanged({ correlation, ancestor }: Visit): boolean {
  return (correlation ?? ancestor)?.equal() === true;
}

/** Objects and lists are not shown. */
function errorOf(input: {
  readonly place: Visit;
  readonly rule: ValidationRule;
  readonly field: string;
  readonly detail: string;
}): FieldError {
  const { place, rule, field, detail } = input;
  const { type } = place.node.schema;
  const shown = type !== "object" && type !== "array";
  switch (rule.reason) {
    case "FieldValueForbidden":
      return forbidden(field, detail);
    case "FieldValueRequired":
      return required(field, detail);
    case "FieldValueDuplicate":
      return shown
        ? duplicate(field, place.value)
        : { type: "FieldValueDuplicate", field, detail: "" };
    default:
      return shown
        ? invalid({ field, value: place.value, detail })
        : { type: "FieldValueInvalid", field, detail };
  }
}

function evaluationDetail(error: string, rule: ValidationRule): string {
  return error.startsWith("no such overload")
    ? `'${error}': call arguments did not match a supported operator, function or macro signature for rule: ${nameOf(rule)}`
    : `${error} evaluating rule: ${nameOf(rule)}`;
}

/** What a rule is called in messages. */
function nameOf({ rule, message = "" }: ValidationRule): string {
  return (message === "" ? rule : message).trim();
}

function outOfBudget(what: string): string {
  return `${what} failed due to running out of cost budget, no further validation rules will be run`;
}

interface Message {
  readonly text: string;
  readonly cost: number;
}

function messageOf({ rule, message }: CompiledRule, values: CelEvaluateInput): Message {
  const made = message?.evaluate({ ...values, costLimit: maxCallCost });
  const otherwise = rule.message ? rule.message.trim() : `failed rule: ${rule.rule.trim()}`;
  return { text: messageText(made?.value) ?? otherwise, cost: made?.cost ?? 0 };
}

/** Undefined where the expression fails, or makes no single line of text of a reasonable length. */
function messageText(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const fits = text !== "" && !text.includes("\n") && Buffer.byteLength(text) <= maxMessageBytes;
  return fits ? text : undefined;
}
