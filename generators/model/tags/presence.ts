import { isJsonObject } from "../json.js";
import type { JsonValue } from "../types.js";

/** The part of a schema that says which members are there: `required`, `not`, `anyOf`, `oneOf` and `allOf`, in one another. */
export type Presence = { readonly [keyword in Keyword]?: JsonValue };

type Keyword = "required" | "not" | "anyOf" | "oneOf" | "allOf";

/** What a text says of members, or where it goes wrong. */
export type ReadPresence =
  | { readonly ok: true; readonly value: Presence }
  | { readonly ok: false; readonly at: number; readonly length: number; readonly problem: string };

/** Nobody writes more parentheses in one another, and the stack is finite. */
const deepest = 50;
const functions = ["oneOf", "anyOf", "allOf"] as const;
const token = /\s*(&&|\|\||[!();]|"(?:[^"\\]|\\.)*"|[^\s!();&|"]+)/y;

/** What is wrong at an offset. */
class Problem extends Error {
  readonly at: number;
  readonly length: number;

  constructor(at: number, length: number, problem: string) {
    super(problem);
    this.at = at;
    this.length = length;
  }
}

interface Token {
  readonly text: string;
  readonly at: number;
}

/**
 * Reads which members an object has: `a` and `"a-b"` are names, `a && b` both, `!a` not, `(a || b)` at least one, `oneOf(a; b)`
 * exactly one, `true` any object. Each stands for one keyword of the schema, so that `writePresence` finds the same text again.
 */
export function readPresence(text: string): ReadPresence {
  try {
    const reader = new Reader(tokensOf(text), text.length);
    const value = reader.alternatives(0);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ok: false, at: error.at, length: error.length, problem: error.message };
  }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.trimEnd().length; ) {
    token.lastIndex = at;
    const [whole = "", found = ""] = token.exec(text) ?? [];
    if (found === "") {
      const rest = text.slice(at).trim();
      throw new Problem(text.indexOf(rest, at), rest.length, `'${rest}'`);
    }
    at += whole.length;
    tokens.push({ text: found, at: at - found.length });
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  #next = 0;

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens;
    this.#length = length;
  }

  end(): void {
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) throw new Problem(rest.at, rest.text.length, `'${rest.text}'`);
  }

  /** `a || b && c`; one alternative stands for itself. */
  alternatives(depth: number): Presence {
    const all = [this.#conjunction(depth)];
    while (this.#take("||")) all.push(this.#conjunction(depth));
    const [first = {}] = all;
    return all.length === 1 ? first : { anyOf: all };
  }

  #conjunction(depth: number): Presence {
    const start = this.#tokens[this.#next];
    if (this.#take("true")) return {};
    const joined = new Map<string, JsonValue>();
    do {
      const { at = this.#length } = this.#tokens[this.#next] ?? {};
      for (const [keyword, value] of Object.entries(this.#term(depth))) {
        const before = joined.get(keyword);
        if (keyword === "required" && Array.isArray(before) && Array.isArray(value)) {
          joined.set(keyword, [...before, ...value]);
        } else if (before === undefined) joined.set(keyword, value);
        else throw new Problem(at, 1, `a second '${keyword}' beside another: ${again[keyword]}`);
      }
    } while (this.#take("&&"));
    if (joined.size === 0) throw new Problem(start?.at ?? 0, 1, "'true' says nothing here");
    return Object.fromEntries(joined);
  }

  #term(depth: number): Presence {
    const found = this.#tokens[this.#next];
    if (found === undefined) throw new Problem(this.#length, 1, "a name is missing at the end");
    if (depth > deepest) throw new Problem(found.at, 1, "too many parentheses in one another");
    this.#next++;
    if (found.text === "!") {
      return { not: this.#take("true") ? {} : this.#term(depth + 1) };
    }
    if (found.text === "(") {
      const inside = this.alternatives(depth + 1);
      this.#close(found);
      return inside;
    }
    const keyword = functions.find((one) => one === found.text);
    if (keyword !== undefined && this.#take("(")) {
      const all = [this.alternatives(depth + 1)];
      while (this.#take(";")) all.push(this.alternatives(depth + 1));
      this.#close(found);
      return { [keyword]: all };
    }
    return { required: [nameOf(found)] };
  }

  #take(text: string): boolean {
    if (this.#tokens[this.#next]?.text !== text) return false;
    this.#next++;
    return true;
  }

  #close({ at, text }: Token): void {
    if (!this.#take(")")) throw new Problem(at, text.length, "the parenthesis does not close");
  }
}

/** What to write where a keyword would stand twice. */
const again: Readonly<Record<string, string>> = {
  not: "write '!(a || b)'",
  anyOf: "write 'allOf(a || b; c || d)'",
  oneOf: "write 'allOf(oneOf(a; b); oneOf(c; d))'",
  allOf: "write all in one 'allOf'",
};

function nameOf({ text, at }: Token): string {
  if (!text.startsWith('"')) {
    if (/^(?:[;)(]|&&|\|\||true)$/.test(text)) throw new Problem(at, text.length, `'${text}'`);
    return text;
  }
  try {
    return String(JSON.parse(text));
  } catch {
    throw new Problem(at, text.length, `${text} is no JSON string`);
  }
}

/** The text that says this of members; undefined where schemas say something else, or in another form. */
export function writePresence(schema: JsonValue): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { anyOf, ...rest } = schema;
  if (Array.isArray(anyOf) && anyOf.length > 1 && Object.keys(rest).length === 0) {
    const texts = anyOf.map(conjunctionText);
    return texts.includes(undefined) ? undefined : texts.join(" || ");
  }
  return conjunctionText(schema);
}

function conjunctionText(schema: JsonValue): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const entries = Object.entries(schema);
  if (entries.length === 0) return "true";
  const texts = entries.map(([keyword, value]) => termText(keyword, value));
  return texts.includes(undefined) ? undefined : texts.join(" && ");
}

function termText(keyword: string, value: JsonValue): string | undefined {
  switch (keyword) {
    case "required":
      return namesText(value);
    case "not":
      return notText(value);
    case "anyOf":
    case "oneOf":
    case "allOf": {
      if (!Array.isArray(value) || value.length === 0) return undefined;
      const list: readonly JsonValue[] = value;
      const isOr = keyword === "anyOf" && list.length > 1;
      const texts = list.map(isOr ? conjunctionText : writePresence);
      if (texts.includes(undefined)) return undefined;
      return isOr ? `(${texts.join(" || ")})` : `${keyword}(${texts.join("; ")})`;
    }
    default:
      return undefined;
  }
}

function namesText(value: JsonValue): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const names = value.filter((one): one is string => typeof one === "string");
  if (names.length < value.length || new Set(names).size < names.length) return undefined;
  return names.map(nameText).join(" && ");
}

function nameText(name: string): string {
  const isPlain =
    /^[\w$.-]+$/.test(name) && name !== "true" && !functions.some((one) => one === name);
  return isPlain ? name : JSON.stringify(name);
}

function notText(value: JsonValue): string | undefined {
  const inside = writePresence(value);
  if (inside === undefined) return undefined;
  const isTerm = /^(?:[\w$.-]+|"(?:[^"\\]|\\.)*")$/.test(inside);
  return `!${isTerm ? inside : `(${inside})`}`;
}

/** The same with formats for names: `ipv4 || ipv6`. Undefined where a value would have to have two formats at once. */
export function formatsOf(presence: Presence): JsonValue | undefined {
  return replaced({ value: presence, from: "required", to: "format" });
}

/** The text for alternatives of formats; undefined where schemas say something else. */
export function writeFormats(schema: JsonValue): string | undefined {
  const presence = replaced({ value: schema, from: "format", to: "required" });
  return presence === undefined ? undefined : writePresence(presence);
}

const nested: readonly string[] = [...functions, "not"];

function replaced(input: {
  readonly value: JsonValue;
  readonly from: Keyword | "format";
  readonly to: Keyword | "format";
}): JsonValue | undefined {
  const { value, from, to } = input;
  if (!isJsonObject(value)) return undefined;
  const entries = Object.entries(value).map(([keyword, one]): [string, JsonValue | undefined] => {
    if (nested.includes(keyword)) {
      if (!Array.isArray(one)) return [keyword, replaced({ ...input, value: one })];
      const parts = one.map((part: JsonValue) => replaced({ ...input, value: part }));
      const known = parts.filter((part) => part !== undefined);
      return [keyword, known.length === parts.length ? known : undefined];
    }
    if (keyword !== from) return [keyword, undefined];
    if (from === "format") return [to, typeof one === "string" ? [one] : undefined];
    return [to, Array.isArray(one) && one.length === 1 ? one[0] : undefined];
  });
  const known = entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}
