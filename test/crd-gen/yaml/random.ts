import type { YamlValue } from "../../../generators/render/yaml/index.js";
import { compareKeys } from "../../../generators/render/yaml/key-order.js";

/** A seeded generator (mulberry32): the same values in every run. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Pieces that decide quoting, folding and order; texts are strings of them. */
const pieces = [
  ..."abzXZ059-+._~:#?!&*|>'\"%@`,[]{}<=\\/\t\n\r \u00a0é\u2028\u2029世\ufeff\ufffd\u{1f600}\u0007\u001b\0",
  "yes",
  "No",
  "null",
  "true",
  "on",
  "y",
  "0x",
  "0b",
  "0o",
  "1e",
  "inf",
  ": ",
  " #",
  "- ",
  "---",
  "...",
  "<<",
  "\n\n",
  "  ",
  "2024-01-",
  "12:30",
  "T10:00:00Z",
  "The quick brown fox jumps over the lazy dog and runs on to where the line is folded",
  "it's",
];

/** Shapes close to what YAML 1.1 reads as something else than a string. */
const lookAlikes = [
  () => "",
  "0123456789",
  "01_+-.eExXbBoO",
  "0123456789abcdefxX_-+",
  "0123456789:-. TZ+",
  "yYnNeEsSoO~",
  "tTrRuUeEfFaAlLsS",
  ".infINFna+-",
];

/**
 * go-yaml's order is not transitive for numbers with leading zeros (`0011` < `00B` < `2x` < `0011`): there its
 * output depends on Go's random map order, so such keys cannot be compared.
 */
function isOrdered(keys: readonly string[]): boolean {
  const sorted = keys.toSorted(compareKeys);
  return sorted.every((left, index) =>
    sorted.slice(index + 1).every((right) => compareKeys(left, right) < 0),
  );
}

/** A value below so many mappings. */
export function nestedIn(input: { readonly levels: number; readonly value: YamlValue }): YamlValue {
  let { value } = input;
  for (let level = 0; level < input.levels; level++) value = { in: value };
  return value;
}

export class RandomValues {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomSource(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  text(): string {
    const kind = this.below(10);
    if (kind < 4) return this.#lookAlike();
    if (kind === 4) return this.#words(this.below(60));
    if (kind === 5) return this.#lines();
    let text = "";
    for (let left = this.below(12); left >= 0; left--) text += this.pick(pieces);
    return text;
  }

  key(): string {
    const kind = this.below(6);
    if (kind === 0) return this.text();
    if (kind === 1) return this.#words(this.below(30));
    let text = "";
    for (let left = this.below(8); left >= 0; left--)
      text += this.pick([..."aabBzZ00112309-._é世x"]);
    return text;
  }

  #lookAlike(): string {
    const alphabet = this.pick(lookAlikes);
    if (typeof alphabet !== "string") return alphabet();
    let text = "";
    for (let left = this.below(10); left >= 0; left--) text += this.pick([...alphabet]);
    return text;
  }

  #words(count: number): string {
    const words: string[] = [];
    for (let left = count; left >= 0; left--) {
      words.push(this.pick(["a", "word", "it's", "#no", "x:", "-", "longerword,", '"q"', "", "é"]));
    }
    return words.join(" ");
  }

  #lines(): string {
    const lines: string[] = [];
    for (let left = this.below(6); left >= 0; left--) {
      lines.push(this.pick(["", "", "line", "  indented", "a: b", "# c", "trailing ", "---"]));
    }
    return lines.join("\n");
  }

  #number(): number {
    const kind = this.below(6);
    if (kind === 0) return this.below(1000) - 500;
    if (kind === 1) return (this.#random() - 0.5) * 10 ** (this.below(40) - 20);
    if (kind === 2) return Math.trunc((this.#random() - 0.5) * 10 ** this.below(24));
    if (kind === 3) return Number(`${this.below(1000)}e${this.below(40) - 20}`);
    return this.below(100) / 8;
  }

  value(depth: number): YamlValue {
    const kind = this.below(depth > 0 ? 12 : 7);
    if (kind < 4) return this.text();
    if (kind === 4) return this.#number();
    if (kind === 5) return this.pick([true, false, null]);
    if (kind === 6) return this.pick<YamlValue>([[], {}]);
    const size = this.below(6);
    if (kind < 9) return Array.from({ length: size }, () => this.value(depth - 1));
    const keys: string[] = [];
    for (let left = size; left > 0; left--) {
      const key = this.key();
      if (!keys.includes(key) && isOrdered([...keys, key])) keys.push(key);
    }
    return Object.fromEntries(keys.map((key) => [key, this.value(depth - 1)]));
  }
}
