import { EvaluationError } from "../errors.js";
import { library } from "../types/signature.js";
import type { CelList } from "../values/list.js";
import { ValueList } from "../values/list.js";
import { formatString } from "./string-format.js";

function outOfRange(index: bigint): EvaluationError {
  return new EvaluationError(`index out of range: ${index}`);
}

function charAt(text: string, index: bigint): string {
  const runes = [...text];
  if (index < 0n || index > BigInt(runes.length)) throw outOfRange(index);
  return runes[Number(index)] ?? "";
}

/** Position of the runes in others, from an index on; -1 where they are not. */
function indexOf(text: string, part: string, from: bigint): bigint {
  if (from < 0n) throw outOfRange(from);
  const runes = [...text];
  if (part === "") return from > BigInt(runes.length) ? BigInt(runes.length) : from;
  if (from >= BigInt(runes.length)) return -1n;
  const skipped = runes.slice(0, Number(from)).join("").length;
  const found = text.indexOf(part, skipped);
  return found < 0 ? -1n : runeCount(text.slice(0, found));
}

function lastIndexOf(text: string, part: string, from: bigint): bigint {
  if (from < 0n) throw outOfRange(from);
  const runes = [...text];
  if (part === "") return from > BigInt(runes.length) ? BigInt(runes.length) : from;
  if (from >= BigInt(runes.length)) return -1n;
  const skipped = runes.slice(0, Number(from)).join("").length;
  const found = text.lastIndexOf(part, skipped);
  return found < 0 ? -1n : runeCount(text.slice(0, found));
}

function runeCount(text: string): bigint {
  return BigInt([...text].length);
}

function substring(text: string, start: bigint, end: bigint): string {
  const runes = [...text];
  if (start > end) {
    throw new EvaluationError(`invalid substring range. start: ${start}, end: ${end}`);
  }
  if (start < 0n || start > BigInt(runes.length)) throw outOfRange(start);
  if (end < 0n || end > BigInt(runes.length)) throw outOfRange(end);
  return runes.slice(Number(start), Number(end)).join("");
}

/** Go's strings.Replace: the empty string is found before each rune, and at the end. */
function replace(text: string, old: string, by: string, limit: bigint): string {
  const parts = old === "" ? ["", ...text, ""] : text.split(old);
  const found = BigInt(parts.length - 1);
  const count = Number(limit < 0n || limit > found ? found : limit);
  return parts
    .slice(1)
    .reduce((done, part, index) => done + (index < count ? by : old) + part, parts[0] ?? "");
}

/** Go's strings.SplitN. */
function split(text: string, separator: string, limit: bigint): CelList {
  if (limit === 0n) return new ValueList([]);
  const parts = separator === "" ? [...text] : text.split(separator);
  if (limit < 0n || limit >= BigInt(parts.length)) return new ValueList(parts);
  const count = Number(limit) - 1;
  return new ValueList([...parts.slice(0, count), parts.slice(count).join(separator)]);
}

function join(list: CelList, separator: string): string {
  return list
    .values()
    .map((value) => {
      if (typeof value !== "string") throw new EvaluationError("join: invalid input");
      return value;
    })
    .join(separator);
}

/** What Unicode calls white space, and so does Go. */
const space =
  "[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const outerSpace = new RegExp(`^${space}|${space}$`, "g");

const quoted: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};

/** Functions of strings: the standard ones, and cel-go's strings extension in its version 2. */
export const strings = library({
  "string.contains(string): bool": (text, part) => text.includes(part),
  "string.startsWith(string): bool": (text, part) => text.startsWith(part),
  "string.endsWith(string): bool": (text, part) => text.endsWith(part),
  "string.charAt(int): string": charAt,
  "string.indexOf(string): int": (text, part) => indexOf(text, part, 0n),
  "string.indexOf(string, int): int": indexOf,
  "string.lastIndexOf(string): int": (text, part) => {
    if (part === "") return runeCount(text);
    const last = runeCount(text) - 1n;
    return last < 0n ? -1n : lastIndexOf(text, part, last);
  },
  "string.lastIndexOf(string, int): int": lastIndexOf,
  "string.lowerAscii(): string": (text) => text.replace(/[A-Z]+/g, (run) => run.toLowerCase()),
  "string.upperAscii(): string": (text) => text.replace(/[a-z]+/g, (run) => run.toUpperCase()),
  "string.replace(string, string): string": (text, old, by) => replace(text, old, by, -1n),
  "string.replace(string, string, int): string": replace,
  "string.split(string): list<string>": (text, separator) => split(text, separator, -1n),
  "string.split(string, int): list<string>": split,
  "string.substring(int): string": (text, start) => {
    const length = runeCount(text);
    if (start < 0n || start > length) throw outOfRange(start);
    return substring(text, start, length);
  },
  "string.substring(int, int): string": substring,
  "string.trim(): string": (text) => text.replace(outerSpace, ""),
  "list<string>.join(): string": (list) => join(list, ""),
  "list<string>.join(string): string": join,
  "string.format(list<dyn>): string": (text, args) => formatString(text, args),
  "strings.quote(string): string": (text) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that have escapes
    `"${text.replace(/[\x07\b\f\n\r\t\v\\"]/g, (character) => quoted[character] ?? character)}"`,
});
