import { badRequest, goQuote } from "../../status/index.js";
import { firstValue, type QueryValues } from "../query.js";

const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

/** A boolean parameter: anything but `false` and `0` is true, even the empty text; undefined when it is absent. */
export function booleanParameter(query: QueryValues, name: string): boolean | undefined {
  const value = firstValue(query, name);
  return value === undefined ? undefined : value !== "0" && value.toLowerCase() !== "false";
}

/** @throws StatusError 400 with Go's words for what is no integer of 64 bits */
export function integerParameter(query: QueryValues, name: string): number | undefined {
  const value = firstValue(query, name);
  if (value === undefined) return undefined;
  if (!/^[+-]?\d+$/.test(value)) throw badInteger(value, "invalid syntax");
  const integer = BigInt(value.replace(/^\+/, ""));
  if (integer < minInt64 || integer > maxInt64) throw badInteger(value, "value out of range");
  return Number(integer);
}

/** A text parameter; `""` when it is absent. */
export function textParameter(query: QueryValues, name: string): string {
  return firstValue(query, name) ?? "";
}

function badInteger(value: string, problem: string): Error {
  return badRequest(`strconv.ParseInt: parsing ${goQuote(value)}: ${problem}`);
}
