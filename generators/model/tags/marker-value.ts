import type { MarkerValue } from "../source.js";
import { infiniteProblem } from "./default.js";
import type { ArgumentType } from "./entry.js";

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

const integer = /^[+-]?\d+$/;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads one value of a type in controller-gen's marker grammar: bare words up to `,` `;` `}`, strings in
 * double quotes or backticks, lists `a;b` or `{a,b}`, maps `{key: value}`.
 */
export function scanValue(cursor: Cursor, type: ArgumentType): Scanned<MarkerValue> {
  switch (type) {
    case "string":
      return scanString(cursor);
    case "list":
      return scanList(cursor);
    case "strings": {
      const items = scanStrings(cursor);
      return items.ok ? { ...items, value: items.value.map(({ value }) => value) } : items;
    }
    case "any":
      return scanAnyOrItems(cursor);
    case "boolean":
    case "integer":
    case "number":
      return scanScalar(cursor, type);
  }
}

function scanScalar(cursor: Cursor, type: "boolean" | "integer" | "number"): Scanned<MarkerValue> {
  const word = scanWord(cursor);
  const value = scalarOf(word.value);
  if (isInfinite(value)) return infinite({ word: word.value, at: skipBlanks(cursor) });
  const fits =
    type === "boolean"
      ? typeof value === "boolean"
      : typeof value === "number" && (type === "number" || integer.test(word.value));
  if (!fits) {
    const wanted = { boolean: "true or false", integer: "an integer", number: "a number" }[type];
    return { ok: false, at: skipBlanks(cursor), problem: `'${word.value}' is not ${wanted}` };
  }
  return { ok: true, value, end: word.end };
}

/** A whole word that says true, false or a number is that, anything else a string. */
function scalarOf(word: string): string | number | boolean {
  if (word === "true" || word === "false") {
    return word === "true";
  }
  return number.test(word) ? Number(word) : word;
}

/** `1e400`: neither JSON nor YAML can say what JavaScript reads it as. */
function isInfinite(value: string | number | boolean): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

function infinite(input: { readonly word: string; readonly at: number }): Scanned<never> {
  return { ok: false, at: input.at, problem: infiniteProblem(input.word) };
}

/** Numbers in words that could be strings too: Go's scanner takes no sign but `-`, and a zero in front for octal. */
const noNumber = /^(?:\+|-?0\d*[89]\d*$)/;

function scanString(cursor: Cursor): Scanned<string> {
  const at = skipBlanks(cursor);
  const quote = cursor.text[at];
  if (quote === '"' || quote === "`") {
    return scanQuoted({ text: cursor.text, at });
  }
  const word = scanWord(cursor);
  return { ok: true, ...word };
}

function scanQuoted({ text, at }: Cursor): Scanned<string> {
  const quote = text[at];
  let end = at + 1;
  while (end < text.length && text[end] !== quote) {
    end += quote === '"' && text[end] === "\\" ? 2 : 1;
  }
  if (end >= text.length) {
    return { ok: false, at, problem: `the string that begins with ${quote} does not end` };
  }
  const inner = text.slice(at + 1, end);
  const value = quote === "`" ? inner : goEscapes(inner);
  return value === undefined
    ? { ok: false, at, problem: "the string has an unknown escape" }
    : { ok: true, value, end: end + 1 };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

/** Go's escapes in a string in double quotes. */
function goEscapes(text: string): string | undefined {
  let wrong = false;
  const value = text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.?))/gs,
    (_, hex: string, short: string, long: string, octal: string, simple: string) => {
      const digits = hex ?? short ?? long;
      const point = digits === undefined ? Number.parseInt(octal, 8) : Number.parseInt(digits, 16);
      if (!Number.isNaN(point) && point <= 0x10ffff) {
        return String.fromCodePoint(point);
      }
      const character = simple === undefined ? undefined : simpleEscapes[simple];
      wrong ||= character === undefined;
      return character ?? "";
    },
  );
  return wrong ? undefined : value;
}

/** Bare text up to a separator; `closers` widens what ends it. */
function scanWord(
  cursor: Cursor,
  closers = ",;}",
): { readonly value: string; readonly end: number } {
  const at = skipBlanks(cursor);
  let end = at;
  while (end < cursor.text.length && !closers.includes(cursor.text[end] ?? "")) {
    end++;
  }
  return { value: cursor.text.slice(at, end).trimEnd(), end };
}

/** A text of a list, and where it is written. */
export interface ScannedItem {
  readonly value: string;
  readonly at: number;
  readonly end: number;
}

/** Reads `a;b` or `{a,b}`, whose items are texts; a separator behind the last one is fine, as it is for controller-gen. */
export function scanStrings(cursor: Cursor): Scanned<readonly ScannedItem[]> {
  const { text } = cursor;
  const start = skipBlanks(cursor);
  const inBraces = text[start] === "{";
  const [separator, ends] = inBraces ? [",", "}"] : [";", ",}"];
  const items: ScannedItem[] = [];
  let at = skipBlanks({ text, at: inBraces ? start + 1 : start });
  while (at < text.length && !ends.includes(text[at] ?? "")) {
    const item = scanString({ text, at });
    if (!item.ok) return item;
    items.push({ value: item.value, at, end: item.end });
    at = skipBlanks({ text, at: item.end });
    if (text[at] !== separator) break;
    at = skipBlanks({ text, at: at + 1 });
  }
  if (!inBraces) return { ok: true, value: items, end: at };
  return text[at] === "}"
    ? { ok: true, value: items, end: at + 1 }
    : { ok: false, at: Math.min(at, text.length), problem: "the list lacks '}'" };
}

function scanList(cursor: Cursor): Scanned<readonly MarkerValue[]> {
  const at = skipBlanks(cursor);
  const { text, depth = 0 } = cursor;
  if (depth > deepest) {
    return { ok: false, at, problem: "the braces are nested too deeply" };
  }
  const plain = { text, depth, mayTrail: false, scan: scanAny };
  return text[at] === "{"
    ? scanItems({ ...plain, at: at + 1, separator: ",", closer: "}" })
    : scanItems({ ...plain, at, separator: ";", closer: undefined });
}

function scanItems(input: {
  readonly text: string;
  readonly at: number;
  readonly separator: "," | ";";
  readonly closer: "}" | undefined;
  readonly depth: number;
  /** Whether a separator behind the last item is fine, as it is for controller-gen; else an empty item follows it. */
  readonly mayTrail: boolean;
  /** Reads one item; `first` is the first one. */
  readonly scan: (cursor: Cursor, first: MarkerValue | undefined) => Scanned<MarkerValue>;
}): Scanned<readonly MarkerValue[]> {
  const { text, separator, closer, depth } = input;
  const items: MarkerValue[] = [];
  let at = skipBlanks({ text, at: input.at });
  if (closer !== undefined && text[at] === closer) {
    return { ok: true, value: items, end: at + 1 };
  }
  for (;;) {
    const item = input.scan({ text, at, depth }, items[0]);
    if (!item.ok) {
      return item;
    }
    items.push(item.value);
    at = skipBlanks({ text, at: item.end });
    if (text[at] === separator) {
      at = skipBlanks({ text, at: at + 1 });
      const isLast = closer === undefined ? at >= text.length : text[at] === closer;
      if (isLast && input.mayTrail)
        return { ok: true, value: items, end: closer === undefined ? at : at + 1 };
    } else if (closer === undefined) {
      return { ok: true, value: items, end: at };
    } else if (text[at] === closer) {
      return { ok: true, value: items, end: at + 1 };
    } else {
      return { ok: false, at: Math.min(at, text.length), problem: `the list lacks '${closer}'` };
    }
  }
}

function scanAny(cursor: Cursor): Scanned<MarkerValue> {
  const at = skipBlanks(cursor);
  const first = cursor.text[at];
  if (first === '"' || first === "`") {
    return scanQuoted({ text: cursor.text, at });
  }
  if (first === "{") {
    const braces = { text: cursor.text, at, depth: (cursor.depth ?? 0) + 1 };
    return scanMap(braces) ?? scanAlike(braces, undefined);
  }
  const word = scanWord({ text: cursor.text, at });
  // Go's scanner takes the sign for a word of its own.
  const signed = word.value.replace(/^-[ \t]+(?=[\d.])/, "-");
  const text = number.test(signed) ? signed : word.value;
  const value = noNumber.test(text) ? text : scalarOf(text);
  return isInfinite(value)
    ? infinite({ word: word.value, at })
    : { ok: true, value, end: word.end };
}

/** A value of any type, or the items of a list without braces: `a;b`. */
function scanAnyOrItems(cursor: Cursor): Scanned<MarkerValue> {
  const { text, depth = 0 } = cursor;
  const value = scanAny(cursor);
  if (!value.ok || text[skipBlanks({ text, at: value.end })] !== ";") return value;
  const at = skipBlanks(cursor);
  const items = { text, at, depth, mayTrail: true, scan: scanLike };
  return scanItems({ ...items, separator: ";", closer: undefined });
}

/** A list in braces of which nothing says what is in it: the type of its first item is that of all. */
function scanAlike(
  { text, at, depth = 0 }: Cursor,
  item: MarkerValue | undefined,
): Scanned<readonly MarkerValue[]> {
  if (depth > deepest) {
    return { ok: false, at, problem: "the braces are nested too deeply" };
  }
  return scanItems({
    text,
    at: at + 1,
    separator: ",",
    closer: "}",
    depth,
    mayTrail: true,
    scan: (cursor, first) => scanLike(cursor, item ?? first),
  });
}

/** A value beside one that is read already: beside a string, `1` and `true` are strings. */
function scanLike(cursor: Cursor, first: MarkerValue | undefined): Scanned<MarkerValue> {
  const { text, depth = 0 } = cursor;
  const at = skipBlanks(cursor);
  if (text[at] !== "{") {
    return typeof first === "string" ? scanString({ text, at }) : scanAny({ text, at, depth });
  }
  const braces = { text, at, depth: depth + 1 };
  return scanMap(braces) ?? scanAlike(braces, Array.isArray(first) ? first[0] : undefined);
}

/** Undefined where the braces hold no `key:`, which makes them a list. */
function scanMap({ text, at, depth = 0 }: Cursor): Scanned<MarkerValue> | undefined {
  if (depth > deepest) {
    return { ok: false, at, problem: "the braces are nested too deeply" };
  }
  const entries: [string, MarkerValue][] = [];
  let next = skipBlanks({ text, at: at + 1 });
  if (text[next] === "}") {
    return { ok: true, value: {}, end: next + 1 };
  }
  for (;;) {
    const quoted = text[next] === '"' || text[next] === "`";
    const key = quoted
      ? scanQuoted({ text, at: next })
      : { ok: true as const, ...scanWord({ text, at: next }, ":,;}{") };
    const colon = key.ok ? skipBlanks({ text, at: key.end }) : next;
    if (!key.ok || text[colon] !== ":") {
      return entries.length === 0
        ? undefined
        : { ok: false, at: next, problem: "the map lacks 'key:'" };
    }
    const value = scanAny({ text, at: colon + 1, depth });
    if (!value.ok) {
      return value;
    }
    entries.push([key.value, value.value]);
    next = skipBlanks({ text, at: value.end });
    if (text[next] === "}") {
      return { ok: true, value: Object.fromEntries(entries), end: next + 1 };
    }
    if (text[next] !== ",") {
      return { ok: false, at: next, problem: "the map lacks '}'" };
    }
    next = skipBlanks({ text, at: next + 1 });
  }
}

export function skipBlanks({ text, at }: Cursor): number {
  let next = at;
  while (text[next] === " " || text[next] === "\t") {
    next++;
  }
  return next;
}
