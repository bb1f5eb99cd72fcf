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

function needsEscape(char: number): boolean {
  return !isPrintable(char) || isBreak(char) || char === 0x22 || char === 0x5c;
}

/** Writes block style as go-yaml's emitter does. An `indent` is the column where the node's lines start. */
export class YamlWriter {
  #out = "";
  #column = 0;
  /** What was written last separates: indentation, a break, nothing at all. */
  #separated = true;
  /** The line holds only indentation and block indicators so far. */
  #indentation = true;

  /** Writes one document and ends its last line. */
  document(value: YamlValue): string {
    this.#node({ value, indent: 0, scalarIndent: step });
    this.#lineAt(0);
    return this.#out;
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
    if (input.style === "plain") this.#folded({ ...input, quote: "" });
    else if (input.style === "singleQuoted") this.#folded({ ...input, quote: "'" });
    else this.#doubleQuoted(input);
    this.#separated = false;
    this.#indentation = false;
  }

  /** Plain and single-quoted text, folded at single spaces. */
  #folded(input: Text & { readonly quote: "" | "'" }): void {
    const { text, indent, fold, quote } = input;
    const last = text.length - 1;
    const quoted = quote !== "";
    const fits = !fold || this.#column + text.length <= width;
    if (fits && !quoted) {
      this.#append(text);
      return;
    }
    let column = this.#column + quote.length;
    let out = "";
    let start = 0;
    let afterSpace = false;
    let afterBreak = false;
    for (let index = 0; index <= last; index++) {
      const char = text.charCodeAt(index);
      if (char === space) {
        const inside = !quoted || (index > 0 && index < last);
        const single = !afterSpace && text.charCodeAt(index + 1) !== space;
        if (fold && column > width && single && inside) {
          out += `${text.slice(start, index)}\n${" ".repeat(indent)}`;
          start = index + 1;
          column = indent;
        } else {
          column++;
        }
        afterSpace = true;
      } else if (isBreak(char)) {
        out += text.slice(start, index + 1);
        start = index + 1;
        column = 0;
        afterBreak = true;
      } else {
        if (afterBreak) {
          out += " ".repeat(indent);
          column = indent;
        }
        column += quoted && char === apostrophe ? 2 : 1;
        afterSpace = false;
        afterBreak = false;
      }
    }
    out += text.slice(start);
    this.#out += quoted ? `'${out.replaceAll("'", "''")}'` : out;
    this.#column = column + quote.length;
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
    this.#out += `${out}"`;
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
    this.#out += text;
    this.#column += text.length;
    this.#separated = false;
    this.#indentation = false;
  }

  #break(char: string): void {
    this.#out += char;
    this.#column = 0;
    this.#separated = true;
    this.#indentation = true;
  }

  /** Goes to a column of a line that has nothing but indentation before it: this one, or a new one. */
  #lineAt(column: number): void {
    const here =
      this.#indentation && (this.#column < column || (this.#column === column && this.#separated));
    if (!here) this.#break("\n");
    this.#out += " ".repeat(column - this.#column);
    this.#column = column;
    this.#separated = true;
    this.#indentation = true;
  }
}
