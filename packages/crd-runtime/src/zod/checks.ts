import type { z } from "zod";
import { stringFormat } from "../schema/formats/index.js";
import { equalJson, isObject } from "../schema/json.js";
import { repeated, repeatedKeys } from "../schema/list-types.js";
import { EnumValues } from "../schema/value/enum-values.js";
import { Pattern } from "../schema/value/pattern.js";
import { textFormat } from "../validation/formats.js";
import { byteLength, countCharacters } from "../validation/limits.js";
import { isInteger } from "./scalars.js";

/**
 * What a schema asks of a value beyond its type, for `.check(...)`. As the API server checks it: values of other types, null
 * among them, pass. An error says what is wrong, and its `input` is for zod alone: no message quotes the value.
 */
export type Check = (payload: z.core.ParsePayload<unknown>) => void;

/** At least so many characters, as Go counts them: code points. */
export function minLength(minimum: number): Check {
  return whenString((text) =>
    countCharacters(text) < minimum
      ? { code: "too_small", origin: "string", minimum, inclusive: true }
      : undefined,
  );
}

/** At most so many characters, as Go counts them: code points. */
export function maxLength(maximum: number): Check {
  return whenString((text) =>
    // Never more characters than units.
    text.length > maximum && countCharacters(text) > maximum
      ? { code: "too_big", origin: "string", maximum, inclusive: true }
      : undefined,
  );
}

/** At most so many bytes in UTF-8. */
export function maxBytes(maximum: number): Check {
  return whenString((text) =>
    byteLength(text) > maximum
      ? { code: "too_big", origin: "string", maximum, inclusive: true }
      : undefined,
  );
}

/** A regular expression of RE2, which matches in linear time; anywhere in the text. */
export function pattern(source: string): Check {
  const compiled = new Pattern(source);
  return whenString((text) =>
    compiled.matches(text)
      ? undefined
      : { code: "invalid_format", format: "regex", origin: "string", pattern: source },
  );
}

/** A format of the API server: of strings, those of `+k8s:format` among them, or of numbers. Others check nothing. */
export function format(name: string): Check {
  const test = stringFormat(name) ?? textFormat(name);
  if (test !== undefined) {
    return whenString((text) =>
      test(text) ? undefined : { code: "invalid_format", format: name, origin: "string" },
    );
  }
  const bits = name === "int32" ? 32 : name === "int64" ? 64 : undefined;
  return whenNumber((value) =>
    bits === undefined || isInteger({ value, bits })
      ? undefined
      : { code: "invalid_type", expected: "int" },
  );
}

/** No smaller. Integers are compared with the limit without its fraction, as the API server does. */
export function minimum(limit: number): Check {
  return whenNumber((value) =>
    value < limitFor({ value, limit })
      ? { code: "too_small", origin: "number", minimum: limit, inclusive: true }
      : undefined,
  );
}

/** Larger. */
export function exclusiveMinimum(limit: number): Check {
  return whenNumber((value) =>
    value <= limitFor({ value, limit })
      ? { code: "too_small", origin: "number", minimum: limit, inclusive: false }
      : undefined,
  );
}

/** No larger. Integers are compared with the limit without its fraction, as the API server does. */
export function maximum(limit: number): Check {
  return whenNumber((value) =>
    value > limitFor({ value, limit })
      ? { code: "too_big", origin: "number", maximum: limit, inclusive: true }
      : undefined,
  );
}

/** Smaller. */
export function exclusiveMaximum(limit: number): Check {
  return whenNumber((value) =>
    value >= limitFor({ value, limit })
      ? { code: "too_big", origin: "number", maximum: limit, inclusive: false }
      : undefined,
  );
}

/** The factor times an integer. */
export function multipleOf(divisor: number): Check {
  return whenNumber((value) =>
    isMultiple({ value, divisor }) ? undefined : { code: "not_multiple_of", divisor },
  );
}

/** At least so many items. */
export function minItems(minimum: number): Check {
  return whenList((items) =>
    items.length < minimum
      ? { code: "too_small", origin: "array", minimum, inclusive: true }
      : undefined,
  );
}

/** At most so many items. */
export function maxItems(maximum: number): Check {
  return whenList((items) =>
    items.length > maximum
      ? { code: "too_big", origin: "array", maximum, inclusive: true }
      : undefined,
  );
}

/** At least so many members. */
export function minProperties(minimum: number): Check {
  return whenObject((object) =>
    Object.keys(object).length < minimum
      ? { code: "too_small", origin: "object", minimum, inclusive: true }
      : undefined,
  );
}

/** At most so many members. */
export function maxProperties(maximum: number): Check {
  return whenObject((object) =>
    Object.keys(object).length > maximum
      ? { code: "too_big", origin: "object", maximum, inclusive: true }
      : undefined,
  );
}

/** Members that must be there, although the type can do without them. */
export function required(...names: readonly string[]): Check {
  return (payload) => {
    const { value } = payload;
    if (!isObject(value)) return;
    for (const name of names) {
      if (!Object.hasOwn(value, name)) {
        const message = "Invalid input: required";
        report(payload, { code: "custom", message }, [name]);
      }
    }
  };
}

/** One of these values, of any type. Not null, even where it is one of them: so the API server, to which null is no value. */
export function oneOf(...values: readonly z.core.util.JSONType[]): Check {
  const known = new EnumValues(values);
  return (payload) => {
    const { value } = payload;
    if (value === undefined || (value !== null && known.has(value))) return;
    const literals = values.filter((one) => one === null || typeof one !== "object");
    report(payload, { code: "invalid_value", values: literals as z.core.util.Literal[] });
  };
}

/** Another value. */
export function neq(disallowed: boolean | number | string): Check {
  return (payload) => {
    if (!equalJson(payload.value, disallowed)) return;
    const message = `Invalid input: must not be equal to ${JSON.stringify(disallowed)}`;
    report(payload, { code: "custom", message });
  };
}

/** A list in which no item is there twice: `listType=set`. */
export function listSet(): Check {
  return duplicates((items) => repeated(items));
}

/** A list in which no two items have the same keys: `listType=map`. */
export function listMap(...names: readonly string[]): Check {
  return duplicates((items) => repeatedKeys({ value: items, names }));
}

/** What is asked of the items of a list, or the values of a map. */
export function each(...checks: readonly Check[]): Check {
  return (payload) => {
    const { value } = payload;
    if (typeof value !== "object" || value === null) return;
    const isList = Array.isArray(value);
    for (const [key, item] of Object.entries(value)) {
      const inner: z.core.ParsePayload<unknown> = { value: item, issues: [] };
      for (const check of checks) check(inner);
      for (const issue of inner.issues) {
        const path = [isList ? Number(key) : key, ...(issue.path ?? [])];
        payload.issues.push({ ...issue, path });
      }
    }
  };
}

/** What is asked of the keys of a map. */
export function eachKey(...checks: readonly Check[]): Check {
  return (payload) => {
    if (!isObject(payload.value)) return;
    for (const key of Object.keys(payload.value)) {
      const inner: z.core.ParsePayload<unknown> = { value: key, issues: [] };
      for (const check of checks) check(inner);
      for (const issue of inner.issues) payload.issues.push({ ...issue, path: [key] });
    }
  };
}

type Problem = Pick<z.core.$ZodRawIssue, "code"> & Readonly<Record<string, unknown>>;

/** Adds an issue. */
export function report(
  payload: z.core.ParsePayload<unknown>,
  problem: Problem,
  path?: (string | number)[],
): void {
  // `continue`: what else is wrong is reported, too.
  const issue = { ...problem, input: payload.value, continue: true, ...(path && { path }) };
  payload.issues.push(issue as z.core.$ZodRawIssue);
}

function whenString(problemOf: (text: string) => Problem | undefined): Check {
  return (payload) => {
    const problem = typeof payload.value === "string" ? problemOf(payload.value) : undefined;
    if (problem !== undefined) report(payload, problem);
  };
}

function whenNumber(problemOf: (value: bigint | number) => Problem | undefined): Check {
  return (payload) => {
    const { value } = payload;
    const isNumber = typeof value === "number" || typeof value === "bigint";
    const problem = isNumber ? problemOf(value) : undefined;
    if (problem !== undefined) report(payload, problem);
  };
}

function whenList(problemOf: (items: readonly unknown[]) => Problem | undefined): Check {
  return (payload) => {
    const problem = Array.isArray(payload.value) ? problemOf(payload.value) : undefined;
    if (problem !== undefined) report(payload, problem);
  };
}

function whenObject(problemOf: (object: object) => Problem | undefined): Check {
  return (payload) => {
    const problem = isObject(payload.value) ? problemOf(payload.value) : undefined;
    if (problem !== undefined) report(payload, problem);
  };
}

function duplicates(placesOf: (items: readonly unknown[]) => readonly number[]): Check {
  return (payload) => {
    if (!Array.isArray(payload.value)) return;
    for (const place of placesOf(payload.value)) {
      report(payload, { code: "custom", message: "Invalid input: duplicate" }, [place]);
    }
  };
}

function limitFor(input: { readonly value: bigint | number; readonly limit: number }): number {
  const { value, limit } = input;
  const whole = typeof value === "bigint" || Number.isSafeInteger(value);
  return whole ? Math.trunc(limit) : limit;
}

/** A fraction may miss a multiple by a billionth. */
function isMultiple(input: { readonly value: bigint | number; readonly divisor: number }): boolean {
  const { value, divisor } = input;
  if (typeof value === "bigint" && Number.isInteger(divisor)) return value % BigInt(divisor) === 0n;
  const quotient = Number(value) / divisor;
  const rounded = Math.round(quotient);
  return quotient === rounded || Math.abs(quotient - rounded) < 1e-9 * Math.abs(rounded);
}
