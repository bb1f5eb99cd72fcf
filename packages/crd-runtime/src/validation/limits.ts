import { type FieldError, invalid, tooLong, tooMany } from "../schema/field-error.js";
import { isObject } from "../schema/json.js";
import { goQuote } from "../schema/text/go.js";
import { type Check, fieldOf, type ValidationInput } from "./input.js";

/** `+k8s:minLength`: a string has at least so many characters. */
export function minLength(characters: number): Check<string> {
  return (input) => {
    const { object: value } = input;
    if (typeof value !== "string" || countCharacters(value) >= characters) return [];
    const detail = `must be at least ${counted(characters, "character")}`;
    const field = fieldOf(input);
    return [{ type: "FieldValueTooShort", field, badValue: value, detail, origin: "minLength" }];
  };
}

/** `+k8s:maxLength`: a string has at most so many characters. */
export function maxLength(characters: number): Check<string> {
  return (input) => {
    const { object: value } = input;
    if (typeof value !== "string" || countCharacters(value) <= characters) return [];
    const detail = `may not be more than ${counted(characters, "character")}`;
    return [{ ...tooLong(fieldOf(input), characters), detail, origin: "maxLength" }];
  };
}

/** `+k8s:maxBytes`: a string has at most so many bytes in UTF-8. */
export function maxBytes(bytes: number): Check<string> {
  return (input) => {
    const { object: value } = input;
    if (typeof value !== "string" || byteLength(value) <= bytes) return [];
    return [{ ...tooLong(fieldOf(input), bytes), origin: "maxBytes" }];
  };
}

/** `+k8s:minimum`: an integer is no smaller. */
export function minimum(smallest: number): Check<number> {
  return (input) => {
    const { object: value } = input;
    if (typeof value !== "number" || value >= smallest) return [];
    const detail = `must be greater than or equal to ${smallest}`;
    return [{ ...invalid({ field: fieldOf(input), value, detail }), origin: "minimum" }];
  };
}

/** `+k8s:maximum`: an integer is no larger. */
export function maximum(largest: number): Check<number> {
  return (input) => {
    const { object: value } = input;
    if (typeof value !== "number" || value <= largest) return [];
    const detail = `must be less than or equal to ${largest}`;
    return [{ ...invalid({ field: fieldOf(input), value, detail }), origin: "maximum" }];
  };
}

/** `+k8s:minItems`: a list has at least so many items. */
export function minItems(items: number): Check<readonly unknown[]> {
  return (input) =>
    Array.isArray(input.object) && input.object.length < items
      ? [tooFew({ input, actual: input.object.length, items, origin: "minItems" })]
      : [];
}

/** `+k8s:maxItems`: a list has at most so many items. */
export function maxItems(items: number): Check<readonly unknown[]> {
  return (input) => {
    if (!Array.isArray(input.object) || input.object.length <= items) return [];
    const actual = input.object.length;
    return [{ ...tooMany({ field: fieldOf(input), actual, maximum: items }), origin: "maxItems" }];
  };
}

/** `+k8s:minProperties`: a map has at least so many entries. */
export function minProperties(entries: number): Check<object> {
  return (input) => {
    const actual = entryCount(input.object);
    return actual !== undefined && actual < entries
      ? [tooFew({ input, actual, items: entries, origin: "minProperties" })]
      : [];
  };
}

/** `+k8s:maxProperties`: a map has at most so many entries. */
export function maxProperties(entries: number): Check<object> {
  return (input) => {
    const actual = entryCount(input.object);
    if (actual === undefined || actual <= entries) return [];
    const error = tooMany({ field: fieldOf(input), actual, maximum: entries });
    return [{ ...error, origin: "maxProperties" }];
  };
}

/** `+k8s:neq`: the value is another one. */
export function neq(disallowed: boolean | number | string): Check<unknown> {
  return (input) => {
    const { object: value } = input;
    if (value !== disallowed) return [];
    const shown = typeof disallowed === "string" ? goQuote(disallowed) : String(disallowed);
    const detail = `must not be equal to ${shown}`;
    return [{ ...invalid({ field: fieldOf(input), value, detail }), origin: "neq" }];
  };
}

/** Bytes of a string in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function tooFew(input: {
  readonly input: ValidationInput<unknown>;
  readonly actual: number;
  readonly items: number;
  readonly origin: string;
}): FieldError {
  const { actual, items, origin } = input;
  const detail = `must have at least ${counted(items, "item")}`;
  const field = fieldOf(input.input);
  return { type: "FieldValueTooFew", field, badValue: actual, detail, origin };
}

function entryCount(value: unknown): number | undefined {
  return isObject(value) ? Object.keys(value).length : undefined;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** As Go counts them: code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
