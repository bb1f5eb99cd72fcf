import { callCopy, jsonCopy, valueCopy } from "../copy/index.js";
import { type BuiltinName, builtins, type TypeExpression } from "../model/index.js";
import { runtimeValue } from "../render/index.js";
import type { Conversion } from "./convert.js";

/** A scalar is handed over where its type is the same or a wider one. */
export function asValue(input: {
  readonly from: TypeExpression;
  readonly to: TypeExpression;
  readonly source: string;
}): Conversion {
  const { from, to, source } = input;
  if (from.kind === to.kind && from.kind !== "enum") return { copy: valueCopy(source) };
  if (from.kind !== "enum") return { misfit: "has another type" };
  if (to.kind === "enum") {
    const missing = from.values.filter((value) => !to.values.includes(value));
    if (missing.length === 0) return { copy: valueCopy(source) };
    return { misfit: `may be ${missing.map((value) => JSON.stringify(value)).join(", ")}` };
  }
  const fits = from.values.every((value) => typeof value === to.kind);
  return fits ? { copy: valueCopy(source) } : { misfit: "has another type" };
}

/** Numbers that hold all values of others. */
const wider: Readonly<Partial<Record<BuiltinName, readonly (BuiltinName | "number")[]>>> = {
  int32: ["int64", "integer", "double", "number"],
  int64: ["integer", "number"],
  integer: ["int64", "number"],
  float: ["double", "number"],
  double: ["number"],
};

/** A value of a type of crd-runtime: handed over, or copied as it says. */
export function builtin(input: {
  readonly name: BuiltinName;
  readonly to: TypeExpression;
  readonly source: string;
}): Conversion {
  const { name, to, source } = input;
  const target = to.kind === "builtin" ? to.name : to.kind;
  if (wider[name]?.some((one) => one === target)) return { copy: valueCopy(source) };
  if (target !== name) return { misfit: "has another type" };
  switch (builtins[name].copy) {
    case "value":
      return { copy: valueCopy(source) };
    case "json":
      return { copy: jsonCopy(source) };
    case "function":
      return { copy: callCopy({ call: runtimeValue(`deepCopy${name}`), source }) };
  }
}
