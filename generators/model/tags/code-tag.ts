/** Something wrong, by its place in the text. */
export interface ScanProblem {
  readonly ok: false;
  readonly at: number;
  readonly length: number;
  readonly problem: string;
}

/** A string, an integer or true or false, and the offset behind it. */
export interface Scalar {
  readonly ok: true;
  readonly value: string | number | boolean;
  readonly end: number;
}

/** What stands in parentheses: one value, or values with names. */
export interface TagArgument {
  /** Undefined for the one value without. */
  readonly name: string | undefined;
  readonly value: string | number | boolean;
  readonly at: number;
}

const name = /[\p{L}_][\p{L}\p{N}_.-]*/uy;
const number = /[+-]?(?:0[xob])?[0-9a-fA-F]*/y;
const integer = /^[+-]?(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/;
const blanks = /\s*/y;

/**
 * Reads one value in the grammar of validation-gen's tags: a name, a string in double quotes or backticks, or an integer, decimal
 * or with 0x, 0o, 0b or 0 in front, as in Go.
 */
export function scanScalar(input: {
  readonly text: string;
  readonly at: number;
}): Scalar | ScanProblem {
  const { text, at } = input;
  const first = text[at];
  if (first === '"' || first === "`") return scanString(input);
  if (first !== undefined && /[+\-\d]/.test(first)) {
    const end = ending(number, input);
    const written = text.slice(at, end);
    const value = integerOf(written);
    if (Number.isSafeInteger(value)) return { ok: true, value, end };
    const problem = Number.isNaN(value)
      ? `'${written}' is no integer`
      : `${written} is beyond 2^53, where numbers of JavaScript are not exact`;
    return { ok: false, at, length: Math.max(1, end - at), problem };
  }
  const end = ending(name, input);
  if (end === at) return unexpected(input);
  const word = text.slice(at, end);
  return { ok: true, value: word === "true" || word === "false" ? word === "true" : word, end };
}

/** An integer literal of Go; NaN for what is none. */
function integerOf(text: string): number {
  if (!integer.test(text)) return Number.NaN;
  const size = Number(text.replace(/^[+-]/, "").replace(/^0(?=[0-7])/, "0o"));
  return text.startsWith("-") && size !== 0 ? -size : size;
}

function scanString(input: { readonly text: string; readonly at: number }): Scalar | ScanProblem {
  const { text, at } = input;
  const quote = text[at];
  let value = "";
  for (let next = at + 1; next < text.length; next++) {
    const character = text[next] ?? "";
    if (character === quote) return { ok: true, value, end: next + 1 };
    if (character !== "\\") {
      value += character;
      continue;
    }
    next++;
    const escaped = text[next] ?? "";
    if (escaped !== quote && escaped !== "\\") {
      const problem = `'\\${escaped}' is no escape: only the quote and '\\' can be escaped`;
      return { ok: false, at: next - 1, length: 1 + escaped.length, problem };
    }
    value += escaped;
  }
  const problem = `the string that begins with ${quote} does not end`;
  return { ok: false, at, length: text.length - at, problem };
}

/** Reads what stands between parentheses: nothing, one value, or `name: value, name: value`. */
export function scanArguments(
  text: string,
): { readonly ok: true; readonly arguments: readonly TagArgument[] } | ScanProblem {
  const found: TagArgument[] = [];
  let at = 0;
  while (at < text.length) {
    const one = scanArgument({ text, at });
    if (!one.ok) return one;
    found.push(one.argument);
    const mixed = mixedProblem({ found, end: one.end });
    if (mixed !== undefined) return mixed;
    if (one.end === text.length) break;
    if (text[one.end] !== ",") return unexpected({ text, at: one.end });
    at = ending(blanks, { text, at: one.end + 1 });
    if (at === text.length) return unexpected({ text, at: one.end });
  }
  return { ok: true, arguments: found };
}

function scanArgument(input: {
  readonly text: string;
  readonly at: number;
}): { readonly ok: true; readonly argument: TagArgument; readonly end: number } | ScanProblem {
  const { text, at } = input;
  const nameEnd = ending(name, input);
  if (nameEnd > at && text[nameEnd] === ":") {
    const scalar = scanScalar({ text, at: ending(blanks, { text, at: nameEnd + 1 }) });
    if (!scalar.ok) return scalar;
    const argument = { name: text.slice(at, nameEnd), value: scalar.value, at };
    return { ok: true, argument, end: scalar.end };
  }
  const scalar = scanScalar(input);
  if (!scalar.ok) return scalar;
  return { ok: true, argument: { name: undefined, value: scalar.value, at }, end: scalar.end };
}

function mixedProblem(input: {
  readonly found: readonly TagArgument[];
  readonly end: number;
}): ScanProblem | undefined {
  const [first] = input.found;
  const last = input.found.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  if (first.name !== undefined && last.name !== undefined) return undefined;
  const problem =
    first.name === last.name
      ? "several arguments need names: 'name: value'"
      : "arguments with and without names cannot be mixed";
  return { ok: false, at: last.at, length: input.end - last.at, problem };
}

function unexpected(input: { readonly text: string; readonly at: number }): ScanProblem {
  const { text, at } = input;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return at >= text.length
    ? { ok: false, at, length: 1, problem: "a value is missing" }
    : { ok: false, at, length: character.length, problem: `'${character}' is not expected here` };
}

function ending(
  pattern: RegExp,
  { text, at }: { readonly text: string; readonly at: number },
): number {
  const sticky = new RegExp(pattern.source, pattern.flags);
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
