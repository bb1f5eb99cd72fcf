import { z } from "zod";
import type {
  Bytes,
  Duration,
  double,
  float,
  IntOrString,
  int32,
  int64,
  integer,
  JSON as JSONValue,
  MicroTime,
  Quantity,
  RawExtension,
  Time,
} from "../meta/index.js";
import { stringFormat } from "../schema/formats/index.js";

// Integers that a number would change are bigint at run time, as `parseJSON` makes them; their type says number.

/** Any number. */
export const numberSchema = scalar<number>("number", isNumber);
/** A float64. */
export const doubleSchema = scalar<double>("number", isNumber);
/** A float32: no number beyond its range. */
export const floatSchema = scalar<float>(
  "float",
  (value) => isNumber(value) && Number.isFinite(Math.fround(Number(value))),
);
/** An integer of 32 bits. */
export const int32Schema = scalar<int32>("int32", (value) => isInteger({ value, bits: 32 }));
/** An integer of 64 bits. */
export const int64Schema = scalar<int64>("int64", (value) => isInteger({ value, bits: 64 }));
/** An integer, of 64 bits as all in Kubernetes. */
export const integerSchema = scalar<integer>("integer", (value) => isInteger({ value, bits: 64 }));

/** An integer or a string. */
export const intOrStringSchema = scalar<IntOrString>("an integer or a string", isIntOrString);

// Linear: no two parts can match the same text.
const quantity =
  /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))?$/;

/** `500m`, `1Gi`, 2. */
export const quantitySchema = scalar<Quantity>("a quantity", (value) =>
  typeof value === "string" ? quantity.test(value) : isIntOrString(value),
);

/** A point in time as RFC 3339 writes it. */
export const timeSchema = scalar<Time>("a date-time", isFormat("date-time"));
/** A point in time with microseconds. */
export const microTimeSchema = scalar<MicroTime>("a date-time", isFormat("date-time"));
/** A duration as Go writes it, `1h30m`; any string to the API server. */
export const durationSchema: z.ZodType<Duration, Duration> = z.string();
/** Bytes in base64. */
export const bytesSchema = scalar<Bytes>("base64", isFormat("byte"));

/** Any JSON value. */
export const jsonSchema = scalar<JSONValue>("a JSON value", isJSON);
/** Any JSON object. */
export const rawExtensionSchema = scalar<RawExtension>(
  "an object",
  (value) => isJSON(value) && typeof value === "object" && value !== null && !Array.isArray(value),
);

/**
 * Values of a type that is not looked into: an object, a list or a string, whatever is in it.
 *
 * @example
 * const podSpecSchema = looseSchema<PodSpec>("object");
 */
export function looseSchema<T>(type: "array" | "object" | "string"): z.ZodType<T, T> {
  return scalar<T>(type, (value) => {
    if (Array.isArray(value)) return type === "array";
    return value !== null && typeof value === type;
  });
}

function scalar<T>(expected: string, test: (value: unknown) => boolean): z.ZodType<T, T> {
  const message = `Invalid input: expected ${expected}`;
  // What checks find has words of its own.
  return z.custom<T>(test, { error: ({ code }) => (code === "custom" ? message : undefined) });
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === "bigint" || (typeof value === "number" && Number.isFinite(value));
}

/** Whether a value is an integer of so many bits. */
export function isInteger(input: { readonly value: unknown; readonly bits: 32 | 64 }): boolean {
  const { value, bits } = input;
  const limit = 2 ** (bits - 1);
  return (
    (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value))) &&
    value >= -limit &&
    value < limit
  );
}

function isIntOrString(value: unknown): boolean {
  return typeof value === "string" || isInteger({ value, bits: 64 });
}

function isFormat(name: string): (value: unknown) => boolean {
  const test = stringFormat(name);
  if (test === undefined) throw new Error(`there is no format ${name}`);
  return (value) => typeof value === "string" && test(value);
}

/** A value as JSON text gives it: no undefined, no function, no class. */
function isJSON(value: unknown): boolean {
  // What is added while the loop runs is visited, too; what holds itself only once.
  const found = new Set([value]);
  for (const next of found) {
    if (typeof next === "object" && next !== null) {
      const prototype: unknown = Object.getPrototypeOf(next);
      if (!Array.isArray(next) && prototype !== Object.prototype && prototype !== null)
        return false;
      for (const inner of Object.values(next)) found.add(inner);
    } else if (next !== null && typeof next !== "string" && typeof next !== "boolean") {
      if (!isNumber(next)) return false;
    }
  }
  return true;
}
