/** A part of a pattern, as far as texts are made of it: where it may match, and what it captures, is left out. */
export type PatternNode =
  | { readonly kind: "set"; readonly has: (char: string) => boolean }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly part: PatternNode;
      readonly least: number;
      /** Infinity where there is no limit. */
      readonly most: number;
    };

type CharTest = (char: string) => boolean;

const perl: Readonly<Record<string, RegExp>> = {
  d: /[0-9]/,
  w: /\w/,
  s: /[\t\n\f\r ]/,
};

/** Of the characters that are tried. */
const posix: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  ascii: /[\t\n -~]/,
  blank: /[\t ]/,
  cntrl: /[\t\n]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  word: /\w/,
  xdigit: /[0-9A-Fa-f]/,
};

const controls: Readonly<Record<string, string>> = {
  a: "\x07",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Takes a pattern in RE2 syntax apart; undefined for one that is not understood. */
export function readPattern(source: string): PatternNode | undefined {
  try {
    return new PatternReader(source).all();
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

class PatternError extends Error {}

const nothing: PatternNode = { kind: "sequence", parts: [] };

class PatternReader {
  readonly #source: string;
  #at = 0;
  #ignoreCase = false;

  constructor(source: string) {
    this.#source = source;
  }

  all(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.#source.length) throw new PatternError("a parenthesis too much");
    return node;
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source) ?? undefined;
    if (found !== undefined) this.#at += found[0].length;
    return found;
  }

  #char(): string {
    const code = this.#source.codePointAt(this.#at);
    if (code === undefined) throw new PatternError("the pattern ends too early");
    const char = String.fromCodePoint(code);
    this.#at += char.length;
    return char;
  }

  #choice(): PatternNode {
    const ignoreCase = this.#ignoreCase;
    const options = [this.#sequence()];
    while (this.#take("|")) options.push(this.#sequence());
    this.#ignoreCase = ignoreCase;
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: "choice", options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? "")) {
      parts.push(this.#repeated(this.#atom()));
    }
    return { kind: "sequence", parts };
  }

  #repeated(part: PatternNode): PatternNode {
    const found = this.#match(/(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y);
    if (found === undefined) return part;
    const [, sign, least = "0", comma, most = ""] = found;
    const limits =
      sign === undefined
        ? {
            least: Number(least),
            most: comma === undefined ? Number(least) : most === "" ? Infinity : Number(most),
          }
        : { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity };
    return this.#repeated({ kind: "repeat", part, ...limits });
  }

  #atom(): PatternNode {
    if (this.#match(/[\^$]/y) !== undefined) return nothing;
    if (this.#take(".")) return { kind: "set", has: (char) => char !== "\n" };
    if (this.#take("(")) return this.#group();
    if (this.#take("[")) return { kind: "set", has: this.#folded(this.#class()) };
    const quoted = this.#match(/\\Q([\s\S]*?)(?:\\E|$)/y);
    if (quoted !== undefined) {
      return { kind: "sequence", parts: [...(quoted[1] ?? "")].map((char) => this.#literal(char)) };
    }
    if (this.#match(/\\[AzbB]/y) !== undefined) return nothing;
    if (this.#take("\\")) return { kind: "set", has: this.#folded(this.#escape()) };
    return this.#literal(this.#char());
  }

  #literal(char: string): PatternNode {
    return { kind: "set", has: this.#folded((other) => other === char) };
  }

  #folded(has: CharTest): CharTest {
    return this.#ignoreCase
      ? (char) => has(char) || has(char.toLowerCase()) || has(char.toUpperCase())
      : has;
  }

  #group(): PatternNode {
    const outer = this.#ignoreCase;
    const flags = this.#match(/\?(?:P?<\w+>|([imsU]*)(?:-[imsU]+)?([:)]))/y);
    if (flags === undefined && this.#take("?")) throw new PatternError("an unknown group");
    if (flags?.[1]?.includes("i") === true) this.#ignoreCase = true;
    // `(?i)` holds for what follows in the group around it.
    if (flags?.[2] === ")") return nothing;
    const node = this.#choice();
    this.#ignoreCase = outer;
    if (!this.#take(")")) throw new PatternError("a parenthesis too few");
    return node;
  }

  /** Behind `[`. */
  #class(): CharTest {
    const isNegated = this.#take("^");
    const tests: CharTest[] = [];
    do tests.push(this.#classItem());
    while (!this.#take("]"));
    return (char) => tests.some((has) => has(char)) !== isNegated;
  }

  #classItem(): CharTest {
    const name = this.#match(/\[:(\^?)(\w+):\]/y);
    if (name !== undefined) {
      const named = posix[name[2] ?? ""];
      if (named === undefined) throw new PatternError("an unknown class");
      return (char) => named.test(char) === (name[1] === "");
    }
    const first = this.#classChar();
    if (typeof first !== "string") return first;
    if (this.#match(/-(?!\])/y) === undefined) return (char) => char === first;
    const last = this.#classChar();
    if (typeof last !== "string") throw new PatternError("a range without an end");
    return (char) => char >= first && char <= last;
  }

  /** A character, or the test of an escape that stands for several. */
  #classChar(): CharTest | string {
    if (!this.#take("\\")) return this.#char();
    const char = this.#escapedChar();
    return char ?? this.#escape();
  }

  #escape(): CharTest {
    const char = this.#escapedChar();
    if (char !== undefined) return (other) => other === char;
    const property = this.#match(/([pP])(?:\{(\^?)(\w+)\}|(\w))/y);
    if (property !== undefined) {
      const [, letter, not = "", long, short = ""] = property;
      const has = unicode(long ?? short);
      const isNegated = (letter === "P") !== (not === "^");
      return (other) => has.test(other) !== isNegated;
    }
    const letter = this.#char();
    const named = perl[letter.toLowerCase()];
    if (named === undefined) throw new PatternError("an unknown escape");
    return (other) => named.test(other) === (letter === letter.toLowerCase());
  }

  /** Behind a backslash, the character that is meant, where it is one. */
  #escapedChar(): string | undefined {
    const hex = this.#match(/x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))/y);
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex[1] ?? hex[2] ?? "", 16));
    const octal = this.#match(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal[0], 8));
    const sign = this.#match(/[^\w]|[afnrtv]/y);
    return sign === undefined ? undefined : (controls[sign[0]] ?? sign[0]);
  }
}

/** A category or script of Unicode. */
function unicode(name: string): RegExp {
  for (const property of [name, `Script=${name}`]) {
    try {
      return new RegExp(`\\p{${property}}`, "u");
    } catch {}
  }
  throw new PatternError("an unknown property");
}
