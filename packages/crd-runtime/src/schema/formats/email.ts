// An address as Go's net/mail.ParseAddress reads it: `a@b`, `"a b"@c`, `Name <a@b>`, a comment in parentheses behind it.

import { isIPv4, isIPv6 } from "./net.js";

const special = /[()<>[\]:;@\\,"]/;

type Groups = "groups" | "no groups";

/** Reads from left to right; each method says whether it could, and stays where it was when it could not. */
class AddressReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  single(): boolean {
    return this.#address("groups") && this.#comments() && this.#next === undefined;
  }

  #address(groups: Groups): boolean {
    this.#blanks();
    if (this.#next === undefined) return false;
    if (this.#addrSpec()) {
      this.#blanks();
      return this.#next !== "(" || this.#comment();
    }
    if (this.#next !== "<" && !this.#phrase()) return false;
    this.#blanks();
    if (groups === "groups" && this.#take(":")) return this.#group();
    return this.#take("<") && this.#addrSpec() && this.#take(">");
  }

  /** `name: a@b;` with one address. */
  #group(): boolean {
    return this.#address("no groups") && this.#comments() && this.#take(";");
  }

  #addrSpec(): boolean {
    const start = this.#at;
    if (this.#localPart() && this.#take("@") && this.#domain()) return true;
    this.#at = start;
    return false;
  }

  #localPart(): boolean {
    this.#blanks();
    return this.#next === '"' ? (this.#quoted() ?? "") !== "" : this.#dotAtom();
  }

  #domain(): boolean {
    this.#blanks();
    return this.#next === "[" ? this.#domainLiteral() : this.#dotAtom();
  }

  #phrase(): boolean {
    for (let words = 0; ; words += 1) {
      if (words > 0 && !this.#comments()) return false;
      this.#blanks();
      if (this.#next === undefined) return words > 0;
      const read = this.#next === '"' ? this.#quoted() !== undefined : this.#atom() !== "";
      if (!read) return words > 0;
    }
  }

  #dotAtom(): boolean {
    const atom = this.#atom();
    return atom !== "" && atom.split(".").every((part) => part !== "");
  }

  #atom(): string {
    const start = this.#at;
    while (isVisible(this.#next) && !special.test(this.#next)) this.#at += 1;
    return this.#characters.slice(start, this.#at).join("");
  }

  #quoted(): string | undefined {
    let text = "";
    for (let at = this.#at + 1; ; at += 1) {
      let character = this.#characters[at];
      if (character === '"') {
        this.#at = at + 1;
        return text;
      }
      if (character === "\\") {
        at += 1;
        character = this.#characters[at];
      }
      if (!isVisible(character) && character !== " " && character !== "\t") return undefined;
      text += character;
    }
  }

  #domainLiteral(): boolean {
    const end = this.#characters.indexOf("]", this.#at);
    if (end < 0) return false;
    const literal = this.#characters.slice(this.#at + 1, end).join("");
    this.#at = end + 1;
    return isIPv6(literal) || (isIPv4(literal) && !/(^|\.)0\d/.test(literal));
  }

  /** Blanks and comments; false when a comment does not end. */
  #comments(): boolean {
    for (;;) {
      this.#blanks();
      if (this.#next !== "(") return true;
      if (!this.#comment()) return false;
    }
  }

  #comment(): boolean {
    let depth = 0;
    do {
      const character = this.#next;
      if (character === undefined) return false;
      this.#at += character === "\\" ? 2 : 1;
      if (character === "(") depth += 1;
      if (character === ")") depth -= 1;
    } while (depth > 0);
    return true;
  }

  #blanks(): void {
    while (this.#next === " " || this.#next === "\t") this.#at += 1;
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at += 1;
    return true;
  }

  get #next(): string | undefined {
    return this.#characters[this.#at];
  }
}

/** Whether Go's mail.ParseAddress reads it. */
export function isEmail(text: string): boolean {
  return new AddressReader(text).single();
}

function isVisible(character: string | undefined): character is string {
  if (character === undefined) return false;
  const code = character.codePointAt(0) ?? 0;
  return code > 0x20 && code !== 0x7f;
}
