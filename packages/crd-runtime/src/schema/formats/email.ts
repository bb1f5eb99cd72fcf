// An address as Go's net/mail.ParseAddress reads it: `a@b`, `"a b"@c`, `Name <a@b>`, with comments in parentheses.

import { isIPv4, isIPv6 } from "./net.js";

const atomCharacter = /^[a-zA-Z0-9!#$%&'*+\-/=?^_`{|}~]$/;

/** Reads from left to right; each method says whether it could. */
class AddressReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  address(): boolean {
    if (!this.#space()) return false;
    if (this.#peek() === undefined) return false;
    const start = this.#at;
    // A bare address ends after its domain; what goes on may be a display name.
    if (this.#addrSpec()) return this.#space() && this.#peek() === undefined;
    this.#at = start;
    if (this.#peek() !== "<" && !this.#phrase()) return false;
    if (!this.#space() || !this.#take("<")) return false;
    return this.#addrSpec() && this.#take(">") && this.#space() && this.#peek() === undefined;
  }

  #addrSpec(): boolean {
    if (!this.#space()) return false;
    const local = this.#peek() === '"' ? this.#quoted() : this.#dotAtom();
    if (!local || !this.#take("@")) return false;
    if (!this.#space()) return false;
    return this.#peek() === "[" ? this.#domainLiteral() : this.#dotAtom();
  }

  #phrase(): boolean {
    let words = 0;
    for (;;) {
      if (!this.#space()) return false;
      const next = this.#peek();
      if (next === undefined || next === "<") return words > 0;
      if (!(next === '"' ? this.#quoted() : this.#atoms("any dots"))) return false;
      words += 1;
    }
  }

  #dotAtom(): boolean {
    return this.#atoms("dots between");
  }

  /** Atoms and dots; "dots between" allows none at an end and no two together. */
  #atoms(dots: "any dots" | "dots between"): boolean {
    const start = this.#at;
    while (isAtomCharacter(this.#peek()) || this.#peek() === ".") this.#at += 1;
    const text = this.#characters.slice(start, this.#at).join("");
    if (text === "") return false;
    return dots === "any dots" || !(text.startsWith(".") || text.endsWith(".") || text.includes(".."));
  }

  #quoted(): boolean {
    this.#at += 1;
    for (let empty = true; ; empty = false) {
      const next = this.#peek();
      if (next === undefined) return false;
      this.#at += 1;
      if (next === '"') return !empty;
      if (next === "\\") {
        if (!isVisible(this.#peek())) return false;
        this.#at += 1;
      } else if (!isVisible(next)) return false;
    }
  }

  #domainLiteral(): boolean {
    const end = this.#characters.indexOf("]", this.#at);
    if (end < 0) return false;
    const literal = this.#characters.slice(this.#at + 1, end).join("");
    this.#at = end + 1;
    return isAddress(literal);
  }

  /** Blanks and comments; false when a comment does not end. */
  #space(): boolean {
    for (;;) {
      while (this.#peek() === " " || this.#peek() === "\t") this.#at += 1;
      if (this.#peek() !== "(") return true;
      if (!this.#comment()) return false;
    }
  }

  #comment(): boolean {
    let depth = 0;
    for (;;) {
      const next = this.#peek();
      if (next === undefined) return false;
      this.#at += next === "\\" ? 2 : 1;
      if (next === "(") depth += 1;
      if (next === ")") depth -= 1;
      if (depth === 0) return true;
    }
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }
}

/** Whether Go's mail.ParseAddress reads it. */
export function isEmail(text: string): boolean {
  return new AddressReader(text).address();
}

function isAtomCharacter(character: string | undefined): boolean {
  if (character === undefined) return false;
  return atomCharacter.test(character) || (character.codePointAt(0) ?? 0) >= 0x80;
}

function isVisible(character: string | undefined): boolean {
  if (character === undefined) return false;
  const code = character.codePointAt(0) ?? 0;
  return character === "\t" || (code >= 0x20 && code !== 0x7f);
}

function isAddress(literal: string): boolean {
  return isIPv4(literal) || isIPv6(literal.replace(/^IPv6:/, ""));
}
