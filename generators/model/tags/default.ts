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
export function readJson(text: string): Exclude<ReadDefault, { readonly kind: "constant" }> {
  const inexact = inexactNumber(text);
  if (inexact !== undefined) {
    return { kind: "wrong", ...inexactProblem(inexact) };
  }
  try {
    return { kind: "json", value: JSON.parse(text) as JsonValue };
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw error;
    }
    return { kind: "wrong", problem: `'${text}' is no JSON`, hint: jsonHint(text) };
  }
}

/** The first integer outside quotes that JavaScript cannot tell from its neighbours. */
export function inexactNumber(text: string): string | undefined {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""');
  const numbers = bare.match(/(?<![\w.+-])-?\d{16,}(?![\w.])/g) ?? [];
  return numbers.find((one) => BigInt(one) !== BigInt(Number(one)));
}

/** What is said of it. */
export function inexactProblem(number: string): {
  readonly problem: string;
  readonly hint: string;
} {
  return {
    problem: `${number} is beyond 2^53, where numbers of JavaScript are not exact`,
    hint: "make the member a string",
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
