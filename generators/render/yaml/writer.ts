import { escapeSequence } from "./escape.js";
import { compareKeys } from "./key-order.js";
import { numberText } from "./number.js";
import { isBreak, isPrintable, planKey, planScalar, type ScalarStyle } from "./scalar.js";
import type { YamlMapping, YamlScalar, YamlValue } from "./value.js";

/** A line is folded at the first space beyond this column. */
const width = 80;
const step = 2;
const space = 0x20;
const apostrophe = 0x27;
const byteOrderMark = "\ufeff";

interface Text {
  readonly text: string;
  /** Column where continued lines start. */
  readonly indent: number;
  /** Keys before their colon stay on one line. */
  readonly fold: boolean;
}

function isSequence(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function wellFormed(text: string): string {
  return /\p{Surrogate}/u.test(text) ? text.replace(/\p{Surrogate}/gu, "\ufffd") : text;
}

/** Index of the first space from there on that has no space beside it, or -1. */
function singleSpace(input: { readonly text: string; readonly from: number }): number {
  const { text } = input;
  let index = text.indexOf(" ", input.from);
  while (index !== -1 && (text[index - 1] === " " || text[index + 1] === " ")) {
    index = text.indexOf(" ", index + 1);
  }
  return index;
}

function needsEscape(char: number): boolean {
  return !isPrintable(char) || isBreak(char) || char === 0x22 || char === 0x5c;
}

/** Writes block style as go-yaml's emitter does. An `indent` is the column where the node's lines start. */
export class YamlWriter {
  readonly #lines: string[] = [];
  #line = "";
  /** Characters on the line, or those since a line break of another kind in a text. */
  #column = 0;
  /** What was written last separates: indentation, a break, nothing at all. */
  #separated = true;
  /** The line holds only indentation and block indicators so far. */
  #indentation = true;

  /** Writes one document and ends its last line. */
  document(value: YamlValue): string {
    this.#node({ value, indent: 0, scalarIndent: step });
    this.#lineAt(0);
    this.#lines.push(this.#line);
    return this.#lines.join("\n");
  }

  #node(input: {
    readonly value: YamlValue;
    readonly indent: number;
    readonly scalarIndent: number;
  }): void {
    const { value, indent } = input;
    if (value === null || typeof value !== "object") {
      this.#scalar({ value, indent: input.scalarIndent });
    } else if (isSequence(value)) {
      if (value.length === 0) this.#word("[]");
      else this.#sequence({ items: value, indent });
    } else {
      const keys = Object.keys(value).filter((key) => value[key] !== undefined);
      if (keys.length === 0) this.#word("{}");
      else this.#mapping({ keys: keys.sort(compareKeys), mapping: value, indent });
    }
  }

  #sequence(input: { readonly items: readonly YamlValue[]; readonly indent: number }): void {
    const inner = input.indent + step;
    for (const value of input.items) {
      this.#lineAt(input.indent);
      this.#indicator("-");
      this.#node({ value, indent: inner, scalarIndent: inner });
    }
  }

  #mapping(input: {
    readonly keys: readonly string[];
    readonly mapping: YamlMapping;
    readonly indent: number;
  }): void {
    const { keys, mapping, indent } = input;
    const inner = indent + step;
    for (const key of keys) {
      const value = mapping[key] ?? null;
      const text = wellFormed(key);
      const { style, simple } = planKey(text);
      this.#lineAt(indent);
      if (!simple) this.#indicator("?");
      this.#text({ text, style, indent: inner, fold: !simple });
      if (simple) {
        this.#append(":");
      } else {
        this.#lineAt(indent);
        this.#indicator(":");
      }
      // A sequence stands right below its key, unless it starts on the line of a `:` of its own.
      const below = isSequence(value) && simple;
      this.#node({ value, indent: below ? indent : inner, scalarIndent: inner });
    }
  }

  #scalar(input: { readonly value: YamlScalar; readonly indent: number }): void {
    const { value, indent } = input;
    if (typeof value === "string") {
      const text = wellFormed(value);
      this.#text({ text, style: planScalar(text), indent, fold: true });
    } else if (typeof value === "number" || typeof value === "bigint") {
      this.#word(numberText(value));
    } else {
      this.#word(String(value));
    }
  }

  #text(input: Text & { readonly style: ScalarStyle }): void {
    if (!this.#separated) this.#append(" ");
    if (input.style === "literal") {
      this.#literal(input);
      return;
    }
    if (input.style === "plain") this.#plain(input);
    else if (input.style === "singleQuoted") this.#singleQuoted(input);
    else this.#doubleQuoted(input);
    this.#separated = false;
    this.#indentation = false;
  }

  /** Text that has no line breaks, folded at single spaces. */
  #plain(input: Text): void {
    const { text, indent, fold } = input;
    let start = 0;
    while (fold && this.#column + text.length - start > width) {
      // Indented beyond the width, every word gets a line of its own.
      const from = start + Math.max(width + 1 - this.#column, 0);
      const end = singleSpace({ text, from });
      if (end === -1) break;
      this.#line += text.slice(start, end);
      this.#foldTo(indent);
      start = end + 1;
    }
    this.#append(start === 0 ? text : text.slice(start));
  }

  #singleQuoted(input: Text): void {
    const { text, indent, fold } = input;
    const last = text.length - 1;
    this.#append("'");
    let start = 0;
    let afterSpace = false;
    let afterBreak = false;
    const flush = (end: number): void => {
      this.#line += text.slice(start, end).replaceAll("'", "''");
      start = end;
    };
    for (let index = 0; index <= last; index++) {
      const char = text.charCodeAt(index);
      if (char === space) {
        const single = !afterSpace && text.charCodeAt(index + 1) !== space;
        if (fold && this.#column > width && single && index > 0 && index < last) {
          flush(index);
          this.#foldTo(indent);
          start = index + 1;
        } else {
          this.#column++;
        }
        afterSpace = true;
      } else if (isBreak(char)) {
        flush(index + 1);
        this.#column = 0;
        afterBreak = true;
      } else {
        if (afterBreak) {
          flush(index);
          this.#line += " ".repeat(indent);
          this.#column = indent;
        }
        this.#column += char === apostrophe ? 2 : 1;
        afterSpace = false;
        afterBreak = false;
      }
    }
    flush(text.length);
    this.#append("'");
  }

  #doubleQuoted(input: Text): void {
    const { text, indent, fold } = input;
    // The emitter looks for a byte order mark at the start of the text, whichever character it is at.
    const escapeAll = text.startsWith(byteOrderMark);
    let column = this.#column + 1;
    let out = '"';
    let afterSpace = false;
    for (let index = 0; index < text.length; index++) {
      const char = text.charCodeAt(index);
      if (escapeAll || needsEscape(char)) {
        const codePoint = text.codePointAt(index) ?? char;
        if (codePoint > 0xffff) index++;
        const sequence = escapeSequence(codePoint);
        out += sequence;
        column += sequence.length;
        afterSpace = false;
      } else if (char !== space) {
        out += text[index];
        column++;
        afterSpace = false;
      } else if (fold && !afterSpace && column > width && index > 0 && index < text.length - 1) {
        out += `\n${" ".repeat(indent)}`;
        column = indent;
        if (text.charCodeAt(index + 1) === space) {
          out += "\\";
          column++;
        }
        afterSpace = true;
      } else {
        out += " ";
        column++;
        afterSpace = true;
      }
    }
    this.#line += `${out}"`;
    this.#column = column + 1;
  }

  #literal(input: { readonly text: string; readonly indent: number }): void {
    const { text, indent } = input;
    const first = text.charCodeAt(0);
    const end = text.length - 1;
    const ended = isBreak(text.charCodeAt(end));
    const keep = ended && (end === 0 || isBreak(text.charCodeAt(end - 1)));
    const hint = first === space || isBreak(first) ? String(step) : "";
    this.#append(`|${hint}${keep ? "+" : ended ? "" : "-"}`);
    this.#break("\n");
    let start = 0;
    for (let index = 0; index <= end; index++) {
      if (!isBreak(text.charCodeAt(index))) continue;
      this.#literalLine({ line: text.slice(start, index), indent });
      this.#break(text[index] ?? "");
      start = index + 1;
    }
    this.#literalLine({ line: text.slice(start), indent });
  }

  #literalLine(input: { readonly line: string; readonly indent: number }): void {
    if (input.line === "") return;
    this.#lineAt(input.indent);
    this.#append(input.line);
    this.#separated = true;
  }

  /** Continues a text on the next line. */
  #foldTo(indent: number): void {
    this.#lines.push(this.#line);
    this.#line = " ".repeat(indent);
    this.#column = indent;
  }

  /** A scalar without spaces. */
  #word(text: string): void {
    if (!this.#separated) this.#append(" ");
    this.#append(text);
  }

  /** `-`, `?` or `:` that a block node may follow on the same line. */
  #indicator(text: string): void {
    const indentation = this.#indentation;
    if (!this.#separated) this.#append(" ");
    this.#append(text);
    this.#indentation = indentation;
  }

  #append(text: string): void {
    this.#line += text;
    this.#column += text.length;
    this.#separated = false;
    this.#indentation = false;
  }

  #break(char: string): void {
    if (char === "\n") {
      this.#lines.push(this.#line);
      this.#line = "";
    } else {
      this.#line += char;
    }
    this.#column = 0;
    this.#separated = true;
    this.#indentation = true;
  }

  /** Goes to a column of a line that has nothing but indentation before it: this one, or a new one. */
  #lineAt(column: number): void {
    const here =
      this.#indentation && (this.#column < column || (this.#column === column && this.#separated));
    if (!here) this.#break("\n");
    this.#line += " ".repeat(column - this.#column);
    this.#column = column;
    this.#separated = true;
    this.#indentation = true;
  }
}
