import type { MarkerValue } from "../source.js";
import { infiniteProblem } from "./default.js";
import type { ArgumentType } from "./entry.js";
import { type GoToken, goToken, skipBlanks } from "./go-token.js";
import { unquoted } from "./marker-string.js";

export { skipBlanks } from "./go-token.js";

/** A value and the offset behind it, or what is wrong at an offset. */
export type Scanned<T> =
  | { readonly ok: true; readonly value: T; readonly end: number }
  | { readonly ok: false; readonly at: number; readonly problem: string };

/** Where in a text a value begins. */
export interface Cursor {
  readonly text: string;
  readonly at: number;
  /** Braces around it. */
  readonly depth?: number;
}

/** Nobody writes more braces in one another, and the stack is finite. */
const deepest = 100;

/**
 * Reads one value of a type in controller-gen's marker grammar: bare words up to `,` `;` `}`, strings in
 * double quotes or backticks, lists `a;b` or `{a,b}`, maps `{key: value}`.
 *
 * Follows markers.Argument.Parse of controller-tools, which reads a value of any type by a guess from its first word.
 */
export function scanValue(cursor: Cursor, type: ArgumentType): Scanned<MarkerValue> {
  switch (type) {
    case "string":
      return scanString(cursor);
    case "list":
      return scanList(cursor, (item) => scanAny(item, "item"));
    case "strings":
      return scanList(cursor, scanString);
    case "any":
      return scanAny(cursor, "value");
    case "boolean":
    case "integer":
    case "number":
      return scanScalar(cursor, type);
  }
}

/** A text of a list, and where it is written. */
export interface ScannedItem {
  readonly value: string;
  readonly at: number;
  readonly end: number;
}

/** Reads `a;b` or `{a,b}`, whose items are texts. */
export function scanStrings(cursor: Cursor): Scanned<readonly ScannedItem[]> {
  return scanList(cursor, (item) => {
    const at = skipBlanks(item);
    const text = scanString(item);
    return text.ok ? { ...text, value: { value: text.value, at, end: text.end } } : text;
  });
}

type ScalarType = "boolean" | "integer" | "number";

const wanted = { boolean: "true or false", integer: "an integer", number: "a number" } as const;

function scanScalar(cursor: Cursor, type: ScalarType): Scanned<MarkerValue> {
  const at = skipBlanks(cursor);
  const word = wordAt(cursor);
  const value = type === "boolean" ? booleanOf(word.value) : numberOf(word.value, type);
  if (value === undefined) {
    return { ok: false, at, problem: `'${word.value}' is not ${wanted[type]}` };
  }
  // Neither JSON nor YAML can say what JavaScript reads 1e400 as.
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { ok: false, at, problem: infiniteProblem(word.value) };
  }
  return { ok: true, value, end: word.end };
}

function booleanOf(word: string): boolean | undefined {
  return word === "true" || word === "false" ? word === "true" : undefined;
}

/** Go's scanner takes a sign for a word of its own, and no sign but `-`; of the ways to write an integer one is read. */
function numberOf(word: string, type: "integer" | "number"): number | undefined {
  const sign = word.startsWith("-") ? "-" : "";
  const digits = word.slice(sign.length).trimStart();
  const token = goToken({ text: digits, at: 0, numbers: "found" });
  const isWhole = token.end === digits.length && token.problem === undefined;
  const isNumber = token.kind === "integer" || (type === "number" && token.kind === "float");
  const unread = type === "integer" ? /[_xXoObB]/ : /[xXoObB]/;
  if (!isWhole || !isNumber || unread.test(digits)) return undefined;
  return Number(`${sign}${digits.replaceAll("_", "")}`);
}

/** Bare text up to a separator. */
function wordAt(cursor: Cursor): { readonly value: string; readonly end: number } {
  const at = skipBlanks(cursor);
  let end = at;
  while (end < cursor.text.length && !",;}".includes(cursor.text[end] ?? "")) {
    end++;
  }
  return { value: cursor.text.slice(at, end).trimEnd(), end };
}

/** A string in quotes, or words up to a separator; the first word may be one. `key` is a text that `:` ends, too. */
function scanString(cursor: Cursor, as: "text" | "key" = "text"): Scanned<string> {
  const { text } = cursor;
  const first = goToken({ ...cursor, numbers: "ignored" });
  const { problem } = first;
  if (problem !== undefined) return { ok: false, at: first.at, problem };
  if (first.kind === "string") {
    const value = unquoted(text.slice(first.at, first.end));
    return value === undefined
      ? { ok: false, at: first.at, problem: "the string has an unknown escape" }
      : { ok: true, value, end: first.end };
  }
  const closers = as === "key" ? ",;}:" : ",;}";
  let last = first;
  for (;;) {
    const next = goToken({ text, at: last.end, numbers: "ignored" });
    if (next.kind === "end" || closers.includes(text[next.at] ?? "")) break;
    if (next.problem !== undefined) return { ok: false, at: next.at, problem: next.problem };
    last = next;
  }
  return { ok: true, value: text.slice(first.at, last.end), end: last.end };
}

/** `a;b` or `{a,b}`; a separator behind the last item is fine. */
function scanList<T>(
  cursor: Cursor,
  scanItem: (cursor: Cursor) => Scanned<T>,
): Scanned<readonly T[]> {
  const { text, depth = 0 } = cursor;
  const start = skipBlanks(cursor);
  if (depth > deepest) return tooDeep(start);
  const inBraces = text[start] === "{";
  const [separator, closers] = inBraces ? [",", "}"] : [";", ",}"];
  const inside = { text, depth: depth + (inBraces ? 1 : 0) };
  const items: T[] = [];
  let at = skipBlanks({ text, at: inBraces ? start + 1 : start });
  while (at < text.length && !closers.includes(text[at] ?? "")) {
    const item = scanItem({ ...inside, at });
    if (!item.ok) return item;
    items.push(item.value);
    at = skipBlanks({ text, at: item.end });
    if (text[at] !== separator) break;
    at = skipBlanks({ text, at: at + 1 });
  }
  if (!inBraces) return { ok: true, value: items, end: at };
  return text[at] === "}"
    ? { ok: true, value: items, end: at + 1 }
    : { ok: false, at: Math.min(at, text.length), problem: "the list lacks '}'" };
}

/** `{key: value}`. */
function scanMap(cursor: Cursor): Scanned<MarkerValue> {
  const { text, depth = 0 } = cursor;
  const start = skipBlanks(cursor);
  if (depth > deepest) return tooDeep(start);
  if (text[start] !== "{") return { ok: false, at: start, problem: "the map lacks '{'" };
  const entries: [string, MarkerValue][] = [];
  let at = skipBlanks({ text, at: start + 1 });
  while (at < text.length && text[at] !== "}") {
    const key = scanString({ text, at }, "key");
    if (!key.ok) return key;
    const colon = skipBlanks({ text, at: key.end });
    if (text[colon] !== ":") return { ok: false, at, problem: "the map lacks 'key:'" };
    const value = scanAny({ text, at: colon + 1, depth: depth + 1 }, "value");
    if (!value.ok) return value;
    entries.push([key.value, value.value]);
    at = skipBlanks({ text, at: value.end });
    if (text[at] !== ",") break;
    at = skipBlanks({ text, at: at + 1 });
  }
  return text[at] === "}"
    ? { ok: true, value: Object.fromEntries(entries), end: at + 1 }
    : { ok: false, at: Math.min(at, text.length), problem: "the map lacks '}'" };
}

/** What a value looks like; one type for all items of a list, and any for the values of a map. */
type Guess =
  | { readonly kind: "string" | ScalarType | "map" }
  | { readonly kind: "list"; readonly item: Guess };

/** A value of any type; that of an argument may be a list without braces, an item of a list may not. */
function scanAny(cursor: Cursor, as: "value" | "item"): Scanned<MarkerValue> {
  const { text } = cursor;
  const guessed = guess(cursor);
  if (guessed === undefined) return tooDeep(skipBlanks(cursor));
  const isList = as === "value" && hasSemicolon({ text, at: cursor.at });
  return scanGuessed(cursor, isList ? { kind: "list", item: guessed } : guessed);
}

function scanGuessed(cursor: Cursor, guessed: Guess): Scanned<MarkerValue> {
  switch (guessed.kind) {
    case "string":
      return scanString(cursor);
    case "map":
      return scanMap(cursor);
    case "list":
      return scanList(cursor, (item) => scanLike(item, guessed.item));
    default:
      return scanScalar(cursor, guessed.kind);
  }
}

/** An item of a list whose first one is of a type: `1` and `true` are strings beside a string. Others are what they look like; controller-gen refuses them. */
function scanLike(cursor: Cursor, first: Guess): Scanned<MarkerValue> {
  const own = guess(cursor);
  if (own === undefined) return tooDeep(skipBlanks(cursor));
  const isBraced = own.kind === "list" || own.kind === "map";
  const isLike =
    own.kind === first.kind ||
    (first.kind === "string" && !isBraced) ||
    (first.kind === "number" && own.kind === "integer");
  return scanGuessed(cursor, isLike ? first : own);
}

/** Undefined where braces are nested too deeply. */
function guess(cursor: Cursor): Guess | undefined {
  const { text, depth = 0 } = cursor;
  if (depth > deepest) return undefined;
  const at = skipBlanks(cursor);
  const first = text[at] ?? "";
  if (first === '"' || first === "'" || first === "`") return { kind: "string" };
  if (first === "{") return guessInBraces({ text, at: at + 1, depth: depth + 1 });
  const token = goToken({ text, at, numbers: "found" });
  const word = text.slice(token.at, token.end);
  if (token.kind === "identifier") {
    return { kind: booleanOf(word) === undefined ? "string" : "boolean" };
  }
  const number = word === "-" ? goToken({ text, at: token.end, numbers: "found" }) : token;
  return guessNumber({ text, token: number });
}

/** A number is followed by a separator: `1.5Gi` and `123/config` are strings. */
function guessNumber(input: { readonly text: string; readonly token: GoToken }): Guess {
  const { text, token } = input;
  const { kind, end, problem } = token;
  const isNumber = problem === undefined && (kind === "integer" || kind === "float");
  const next = text[skipBlanks({ text, at: end })];
  if (!isNumber || !(next === undefined || ",;}".includes(next))) return { kind: "string" };
  return { kind: kind === "integer" ? "integer" : "number" };
}

/** A map where a string and `:` come first, or nothing at all; else a list. */
function guessInBraces(cursor: Cursor): Guess | undefined {
  const { text } = cursor;
  const item = guess(cursor);
  if (item?.kind !== "string") return item && { kind: "list", item };
  if (text[skipBlanks(cursor)] === "}") return { kind: "map" };
  const key = scanString(cursor, "key");
  return key.ok && text[skipBlanks({ text, at: key.end })] === ":"
    ? { kind: "map" }
    : { kind: "list", item };
}

/** Whether `;` comes before `,`: in a list without braces. */
function hasSemicolon({ text, at }: Cursor): boolean {
  for (let next = at; ; ) {
    const token = goToken({ text, at: next, numbers: "found" });
    const word = text.slice(token.at, token.end);
    if (token.kind === "end" || word === "," || word === ";") return word === ";";
    next = token.end;
  }
}

function tooDeep(at: number): Scanned<never> {
  return { ok: false, at, problem: "the braces are nested too deeply" };
}
