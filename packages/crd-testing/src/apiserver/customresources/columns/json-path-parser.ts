/** Elements of a list; an index is a slice of one. */
export interface Slice {
  readonly type: "slice";
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly step: number | undefined;
  readonly isIndex: boolean;
}

/** One step of a path. */
export type Node =
  | { readonly type: "field"; readonly name: string }
  | { readonly type: "wildcard" }
  | { readonly type: "recursive" }
  | Slice
  | { readonly type: "union"; readonly paths: readonly (readonly Node[])[] }
  | {
      readonly type: "filter";
      readonly operator: string;
      readonly left: readonly Node[];
      readonly right: readonly Node[];
    }
  | { readonly type: "literal"; readonly value: boolean | number }
  | { readonly type: "text"; readonly value: string };

/** Reads a path without its braces. @throws SyntaxError */
export function parsePath(source: string): readonly Node[] {
  return new PathParser(source).parse();
}

const terminators = new Set([..." \t\r\n.,[]$@{}"]);

class PathParser {
  readonly #source: string;
  readonly #nodes: Node[] = [];
  #position = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): readonly Node[] {
    while (this.#position < this.#source.length) this.#next();
    return this.#nodes;
  }

  #next(): void {
    const source = this.#source;
    const character = source.charAt(this.#position);
    if (source.startsWith("[?(", this.#position)) this.#filter();
    else if (source.startsWith("..", this.#position)) this.#recursive();
    else if (character === "[") this.#array();
    else if (character === "'" || character === '"') this.#quoted(character);
    else if (character === ".") {
      this.#position += 1;
      this.#field();
    } else if (" @$".includes(character)) this.#position += 1;
    else this.#word();
  }

  #recursive(): void {
    if (this.#nodes.at(-1)?.type === "recursive") {
      throw new SyntaxError("invalid multiple recursive descent");
    }
    this.#position += 2;
    this.#nodes.push({ type: "recursive" });
    if (/^[_\p{L}\p{Nd}]/u.test(this.#source.slice(this.#position))) this.#field();
  }

  #field(): void {
    const name = this.#untilTerminator();
    this.#nodes.push(
      name === "*" ? { type: "wildcard" } : { type: "field", name: name.replaceAll("\\", "") },
    );
  }

  /** A backslash keeps the next character from ending the name. */
  #untilTerminator(): string {
    const source = this.#source;
    const start = this.#position;
    while (this.#position < source.length) {
      const character = source.charAt(this.#position);
      if (character === "\\") this.#position += 2;
      else if (terminators.has(character)) break;
      else this.#position += 1;
    }
    return source.slice(start, this.#position);
  }

  #word(): void {
    const rest = this.#source.slice(this.#position);
    const number = /^[+-]?[\d.]*/.exec(rest)?.[0] ?? "";
    if (number !== "") {
      const value = Number(number);
      if (Number.isNaN(value)) throw new SyntaxError(`cannot parse number ${number}`);
      this.#position += number.length;
      this.#nodes.push({ type: "literal", value });
      return;
    }
    if (!/^[_\p{L}]/u.test(rest)) {
      throw new SyntaxError(`unrecognized character in action: ${rest.charAt(0)}`);
    }
    const word = this.#untilTerminator();
    if (word !== "true" && word !== "false") {
      throw new SyntaxError(`unrecognized identifier ${word}`);
    }
    this.#nodes.push({ type: "literal", value: word === "true" });
  }

  #quoted(quote: string): void {
    let end = this.#position + 1;
    while (end < this.#source.length && this.#source.charAt(end) !== quote) {
      end += this.#source.charAt(end) === "\\" ? 2 : 1;
    }
    if (end >= this.#source.length) throw new SyntaxError("unterminated quoted string");
    const text = this.#source.slice(this.#position + 1, end);
    this.#position = end + 1;
    this.#nodes.push({ type: "text", value: withoutEscapes(text) });
  }

  #array(): void {
    const end = this.#source.indexOf("]", this.#position);
    if (end === -1) throw new SyntaxError("unterminated array");
    const text = this.#source.slice(this.#position + 1, end);
    this.#position = end + 1;
    const parts = text.split(",");
    if (parts.length > 1) {
      const paths = parts.map((part) => parsePath(`[${part.trim()}]`));
      this.#nodes.push({ type: "union", paths });
      return;
    }
    const key = /^'([^']*)'$/.exec(text)?.[1];
    if (key === undefined) this.#nodes.push(slice(text === "*" ? ":" : text));
    else this.#nodes.push(...parsePath(`.${key}`));
  }

  #filter(): void {
    const start = this.#position + 3;
    const end = endOfFilter(this.#source, start);
    this.#position = end + 2;
    const text = this.#source.slice(start, end);
    const match = /^([^!<>=]+)([!<>=]+)(.+?)$/s.exec(text);
    if (match === null) {
      this.#nodes.push({ type: "filter", operator: "exists", left: parsePath(text), right: [] });
      return;
    }
    const [, left = "", operator = "", right = ""] = match;
    this.#nodes.push({
      type: "filter",
      operator,
      left: parsePath(left),
      right: parsePath(right),
    });
  }
}

function slice(text: string): Slice {
  const match = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(text);
  if (match === null) throw new SyntaxError(`invalid array index ${text}`);
  const [, first = "", second, third] = match;
  const start = integer(first);
  if (second !== undefined) {
    const end = integer(second.slice(1));
    return { type: "slice", start, end, step: integer(third?.slice(1) ?? ""), isIndex: false };
  }
  return { type: "slice", start, end: (start ?? 0) + 1, step: undefined, isIndex: true };
}

function integer(text: string): number | undefined {
  if (text === "") return undefined;
  if (text === "-") throw new SyntaxError(`array index ${text} is not a number`);
  return Number(text);
}

/** Place of the parenthesis that ends a filter; the first quoted text may hold one. */
function endOfFilter(source: string, start: number): number {
  let quote = "";
  let closed = true;
  for (let index = start; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === ")" && closed) {
      if (source.charAt(index + 1) !== "]") throw new SyntaxError("unclosed array expect ]");
      return index;
    }
    if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      closed = false;
    } else if (character === quote && source.charAt(index - 1) !== "\\") {
      closed = true;
    }
  }
  throw new SyntaxError("unterminated filter");
}

function withoutEscapes(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, character: string) => {
    if (character === "n") return "\n";
    return character === "t" ? "\t" : character;
  });
}
