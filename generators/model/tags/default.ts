import { readExactJson } from "../exact-json.js";
import type { JsonValue } from "../types.js";

/** What `+default=` says, or what is wrong with it. */
export type ReadDefault =
  | { readonly kind: "json"; readonly value: JsonValue }
  /** `ref(Name)`, `ref(module.Name)`: what stands in the parentheses. */
  | { readonly kind: "constant"; readonly name: string }
  | { readonly kind: "wrong"; readonly problem: string; readonly hint: string | undefined };

/** Reads the value of `+default=`: JSON, or `ref(...)` of a constant. */
export function readDefault(text: string): ReadDefault {
  const reference = /^ref\(\s*(.*?)\s*\)$/.exec(text)?.[1];
  if (reference !== undefined) {
    return reference === ""
      ? { kind: "wrong", problem: "'ref()' names no constant", hint: "write 'ref(Name)'" }
      : { kind: "constant", name: reference };
  }
  return readJson(text);
}

/** Reads JSON whose numbers JavaScript can hold. */
function readJson(text: string): JsonText {
  const inexact = inexactNumber(text);
  return inexact === undefined
    ? parsed({ text, read: readNumbers })
    : { kind: "wrong", ...inexactProblem({ number: inexact, keyword: "default" }) };
}

type JsonText = Exclude<ReadDefault, { readonly kind: "constant" }>;

/** Reads JSON that is written out again, digit for digit. */
export function readPrintedJson(text: string): JsonText {
  return parsed({ text, read: readExactJson });
}

/** Reads JSON with the numbers of JavaScript: -2^63 is one, though it is written with other digits again. */
function readNumbers(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

function parsed(input: {
  readonly text: string;
  readonly read: (text: string) => JsonValue;
}): JsonText {
  const { text, read } = input;
  const infinite = infiniteNumber(text);
  if (infinite !== undefined) {
    return { kind: "wrong", problem: infiniteProblem(infinite), hint: undefined };
  }
  try {
    return { kind: "json", value: read(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw error;
    }
    return { kind: "wrong", problem: `'${shortened(text)}' is no JSON`, hint: jsonHint(text) };
  }
}

/** The first integer outside quotes that JavaScript cannot tell from its neighbours. */
export function inexactNumber(text: string): string | undefined {
  return longIntegers(text).find(
    (one) => !Number.isFinite(Number(one)) || BigInt(one) !== BigInt(Number(one)),
  );
}

/** The first number outside quotes that is no number of JavaScript: `1e400`. Integers can be written out digit for digit. */
function infiniteNumber(text: string): string | undefined {
  const numbers = withoutTexts(text).match(/(?<![\w.+-])-?\d+(?:\.\d+)?[eE]\+?\d+(?![\w.])/g);
  return numbers?.find((one) => !Number.isFinite(Number(one)));
}

/** What is said of a number such as `1e400`. */
export function infiniteProblem(number: string): string {
  return `${number} is beyond 2^1024, where numbers of JavaScript end`;
}

/** Integers outside quotes that may be too long. */
function longIntegers(text: string): readonly string[] {
  return withoutTexts(text).match(/(?<![\w.+-])-?\d{16,}(?![\w.])/g) ?? [];
}

function withoutTexts(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""');
}

/** What is said of it. */
export function inexactProblem(input: { readonly number: string; readonly keyword: string }): {
  readonly problem: string;
  readonly hint: string;
} {
  const { number, keyword } = input;
  const shown = shortened(number);
  const key = keyword.toLowerCase();
  const value = key === "enum" ? `[${number}, ...]` : number;
  // The API server's integers have 19 digits at most.
  const alone = `, or give it to the definition alone: +crd-project:schema={"${key}":${value}}`;
  return {
    problem: `${shown} is beyond 2^53, where numbers of JavaScript are not exact`,
    hint: `make the member a string${shown === number ? alone : ""}`,
  };
}

function jsonHint(text: string): string | undefined {
  if (/^ref\(/.test(text)) {
    return "write 'ref(Name)'";
  }
  const word = /^(?:'(.*)'|`(.*)`|([\w.+/:-]+(?: [\w.+/:-]+)*))$/.exec(text);
  const inner = word?.[1] ?? word?.[2] ?? word?.[3];
  return inner === undefined
    ? "write JSON on one line, names and strings in double quotes"
    : `write '${JSON.stringify(inner)}'`;
}

/** The beginning of a long text. */
export function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
