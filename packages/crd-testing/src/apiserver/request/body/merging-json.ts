import { endOfString, skipSpace } from "./key-count.js";

/**
 * Reads valid JSON text in which members stand twice, as Go decodes it into structs and maps: an object goes on where the
 * first of its name ended; of other values the last one counts.
 */
export function parseMerging(text: string): unknown {
  return new MergingParser(text).value(undefined);
}

class MergingParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skip(0);
  }

  value(earlier: unknown): unknown {
    const character = this.#text[this.#at];
    if (character === "{") return this.#object(earlier);
    if (character === "[") return this.#list();
    const start = this.#at;
    const end =
      character === '"'
        ? endOfString(this.#text, start)
        : start + (/^[^\s,\]}]+/.exec(this.#text.slice(start, start + 400))?.[0].length ?? 1);
    this.#skip(end - start);
    return JSON.parse(this.#text.slice(start, end));
  }

  #object(earlier: unknown): unknown {
    const members = new Map<string, unknown>(
      typeof earlier === "object" && earlier !== null && !Array.isArray(earlier)
        ? Object.entries(earlier)
        : [],
    );
    this.#skip(1);
    while (this.#text[this.#at] === '"') {
      const name = String(this.value(undefined));
      this.#skip(1);
      members.set(name, this.value(members.get(name)));
      if (this.#text[this.#at] === ",") this.#skip(1);
    }
    this.#skip(1);
    return Object.fromEntries(members);
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    this.#skip(1);
    while (this.#at < this.#text.length && this.#text[this.#at] !== "]") {
      items.push(this.value(undefined));
      if (this.#text[this.#at] === ",") this.#skip(1);
    }
    this.#skip(1);
    return items;
  }

  /** Goes on by some characters, and past the white space behind them. */
  #skip(characters: number): void {
    this.#at = skipSpace(this.#text, this.#at + characters);
  }
}
