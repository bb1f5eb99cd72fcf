import {
  allMembers,
  type BuiltinName,
  builtins,
  type Member,
  resolveAliases,
  type TypeExpression,
  type TypeId,
  typeById,
} from "../model/index.js";
import { memberKey } from "../render/index.js";
import type { Scope } from "./scope.js";

/** Types of crd-runtime with members that must be there. */
const objects: Readonly<Partial<Record<BuiltinName, string>>> = {
  Condition: '{ type: "", status: "Unknown", lastTransitionTime: "", reason: "", message: "" }',
  LabelSelectorRequirement: '{ key: "", operator: "Exists" }',
  OwnerReference: '{ apiVersion: "", kind: "", name: "", uid: "" }',
};

/** A value with which an example compiles: with all members that must be there, and no others. */
export function zeroOf(scope: Scope, type: TypeExpression): string {
  return zero({ scope, type, inside: [] });
}

interface Input {
  readonly scope: Scope;
  readonly type: TypeExpression;
  /** The types around it, so that one that needs itself ends. */
  readonly inside: readonly TypeId[];
}

function zero(input: Input): string {
  const { scope, inside } = input;
  const type = resolveAliases(scope.types, input.type);
  switch (type.kind) {
    case "string":
      return '""';
    case "boolean":
      return "false";
    case "number":
      return "0";
    case "enum":
      return JSON.stringify(type.values[0]);
    case "array":
      return "[]";
    case "tuple":
      return `[${type.elements.map((element) => zero({ ...input, type: element })).join(", ")}]`;
    case "map":
      return "{}";
    case "nullable":
      return "null";
    case "builtin":
      return builtinZero(type.name);
    case "object":
      return objectZero({ ...input, members: type.members });
    case "reference":
      return inside.includes(type.id)
        ? "{}"
        : objectZero({
            scope,
            inside: [...inside, type.id],
            members: allMembers(scope.types, typeById(scope.types, type.id)),
          });
    case "union":
      if (type.form === "orBoolean") return "false";
      if (type.form === "oneOrMany") return "[]";
      return alternativeZero({ ...input, union: type });
  }
}

function builtinZero(name: BuiltinName): string {
  if (/^(?:int|float|double)/.test(name)) return "0";
  if (builtins[name].copy === "value") return '""';
  return name === "JSON" ? "null" : (objects[name] ?? "{}");
}

function objectZero(
  input: Pick<Input, "scope" | "inside"> & { readonly members: readonly Member[] },
): string {
  const items = input.members
    // What every object inherits does for the compiler as a member that is left out.
    .filter(({ name, optional }) => !optional || name in Object.prototype)
    .map(({ name, type }) => `${memberKey(name)}: ${zero({ ...input, type })}`);
  return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
}

/** The first of the alternatives: the literal that tells it apart is the only one of its type. */
function alternativeZero(
  input: Input & {
    readonly union: Extract<TypeExpression, { readonly form: "discriminated" }>;
  },
): string {
  const [first] = input.union.members;
  return first === undefined ? "{}" : zero({ ...input, type: { kind: "reference", id: first.id } });
}
