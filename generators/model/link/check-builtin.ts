import type { BuiltinName } from "../builtins.js";
import { isJsonObject } from "../json.js";
import type { JsonValue } from "../types.js";

const quantity = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const duration = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const texts: Readonly<Partial<Record<BuiltinName, RegExp>>> = {
  Time: time,
  MicroTime: time,
  Duration: duration,
  Bytes: base64,
};

/** What keeps a JSON value from being one of a type of crd-runtime; undefined when nothing does. */
export function builtinProblem(input: {
  readonly name: BuiltinName;
  readonly value: JsonValue;
}): string | undefined {
  const { name, value } = input;
  const text = JSON.stringify(value);
  const wrong = `${text} is no ${name}`;
  switch (name) {
    case "integer":
    case "int32":
    case "int64":
      return integerProblem({ name, value });
    case "float":
    case "double":
      return typeof value === "number" ? undefined : wrong;
    case "IntOrString":
      return typeof value === "string" ? undefined : integerProblem({ name, value });
    case "Quantity":
      return typeof value === "number" || (typeof value === "string" && quantity.test(value))
        ? undefined
        : wrong;
    case "Time":
    case "MicroTime":
    case "Duration":
    case "Bytes":
      return typeof value === "string" && texts[name]?.test(value) === true ? undefined : wrong;
    case "JSON":
      return undefined;
    default:
      return isJsonObject(value) ? undefined : wrong;
  }
}

function integerProblem(input: {
  readonly name: BuiltinName;
  readonly value: JsonValue;
}): string | undefined {
  const { name, value } = input;
  if (typeof value !== "number" || !Number.isInteger(value)) {
    return `${JSON.stringify(value)} is no ${name}`;
  }
  if (!Number.isSafeInteger(value)) {
    return "it is beyond 2^53, where numbers of JavaScript are not exact";
  }
  return name === "int32" && Math.trunc(value) !== (value | 0)
    ? `${value} is beyond the 32 bits of int32`
    : undefined;
}
