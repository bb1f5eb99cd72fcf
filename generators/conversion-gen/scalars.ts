import { callCopy, jsonCopy, valueCopy } from "../copy/index.js";
import {
  type BuiltinName,
  builtins,
  isScalar,
  resolveAliases,
  type TypeExpression,
  type TypesById,
} from "../model/index.js";
import { runtimeValue } from "../render/index.js";
import type { Conversion } from "./convert.js";

/** A scalar is handed over where its type is the same or a wider one. */
export function asValue(input: {
  readonly from: TypeExpression;
  readonly to: TypeExpression;
  readonly source: string;
}): Conversion {
  const { from, to, source } = input;
  if (from.kind !== "enum") {
    const target = nameOf(to);
    const fits = from.kind === to.kind || isWider({ name: nameOf(from), target });
    return fits ? { copy: valueCopy(source) } : otherType;
  }
  if (to.kind !== "enum") {
    const fits = from.values.every((value) => holds({ type: to, value }));
    return fits ? { copy: valueCopy(source) } : otherType;
  }
  const missing = from.values.filter((value) => !to.values.includes(value));
  if (missing.length === 0) return { copy: valueCopy(source) };
  return { misfit: `may be ${missing.map((value) => JSON.stringify(value)).join(", ")}` };
}

const otherType: Conversion = { misfit: "has another type" };

function nameOf(type: TypeExpression): string {
  return type.kind === "builtin" ? type.name : type.kind;
}

/** Types that hold all values of others. */
const wider: ReadonlyMap<string, readonly string[]> = new Map<
  BuiltinName | "string" | "number",
  readonly (BuiltinName | "string" | "number")[]
>([
  ["string", ["IntOrString"]],
  ["number", ["double"]],
  ["int32", ["int64", "integer", "double", "number", "IntOrString"]],
  ["int64", ["integer", "number"]],
  ["integer", ["int64", "number"]],
  ["float", ["double", "number"]],
  ["double", ["number"]],
  ["Time", ["string"]],
  ["MicroTime", ["string"]],
  ["Duration", ["string"]],
  ["Bytes", ["string"]],
]);

function isWider(input: { readonly name: string; readonly target: string }): boolean {
  const { name, target } = input;
  return wider.get(name)?.includes(target) ?? false;
}

/** Whether a literal is a value of a type. */
function holds(input: {
  readonly type: TypeExpression;
  readonly value: string | number | boolean;
}): boolean {
  const { type, value } = input;
  const target = nameOf(type);
  if (typeof value === target) return true;
  const name = typeof value === "number" ? numberType(value) : typeof value;
  return name === target || isWider({ name, target });
}

/** The narrowest type of a number. */
function numberType(value: number): string {
  if (!Number.isInteger(value)) return "double";
  return Math.abs(value) < 2 ** 31 ? "int32" : "integer";
}

/** A value of a type of crd-runtime: handed over, or copied as it says. */
export function builtin(input: {
  readonly name: BuiltinName;
  readonly to: TypeExpression;
  readonly source: string;
}): Conversion {
  const { name, to, source } = input;
  const target = nameOf(to);
  if (isWider({ name, target })) return { copy: valueCopy(source) };
  if (target !== name) return otherType;
  switch (builtins[name].copy) {
    case "value":
      return { copy: valueCopy(source) };
    case "json":
      return { copy: jsonCopy(source) };
    case "function":
      return { copy: callCopy({ call: runtimeValue(`deepCopy${name}`), source }) };
  }
}

/** Whether a value, or one of `T | T[]`, can be a scalar: 0, false and "" are no absent ones. */
export function mayBeScalar(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): boolean {
  const type = resolveAliases(input.types, input.type);
  if (type.kind === "nullable" || (type.kind === "union" && type.form === "oneOrMany")) {
    return mayBeScalar({ ...input, type: type.type });
  }
  return isScalar({ ...input, type });
}
