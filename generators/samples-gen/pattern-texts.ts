import { type PatternNode, readPattern } from "./pattern-node.js";

/** What is tried, in this order: a text of letters is a word where it can be one. */
const word = "example";
const others =
  "abcdefghijklmnopqrstuvwxyz" +
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./:+=@,;#*&%~!?$^'\"`|\\()[]{}<> \t\néß日";
const numbers = "1234567890";

/** How repetitions are played: how many more than they must have. */
interface Play {
  /** Of characters that may be letters. */
  readonly letters: number;
  /** Of all else. */
  readonly rest: number;
  /** Which of several options is taken. */
  readonly option: number;
}

/** Texts that a pattern in RE2 syntax should match, the most readable ones first; none for one that is not understood. */
export function* patternTexts(pattern: string): Iterable<string> {
  const node = readPattern(pattern);
  if (node === undefined) return;
  const known = new Set<string>();
  for (const play of plays()) {
    const text = new Player(play).text(node);
    if (text === undefined || known.has(text)) continue;
    known.add(text);
    yield text;
  }
}

function* plays(): Iterable<Play> {
  for (let option = 0; option < 4; option++) {
    for (const [letters, rest] of [
      [6, 0],
      [0, 0],
      [6, 1],
      [1, 1],
    ] as const) {
      yield { letters, rest, option };
    }
  }
  for (const extra of [2, 3, 4, 5, 7, 9, 11, 15, 19, 31, 39, 63]) {
    yield { letters: extra, rest: 0, option: 0 };
    yield { letters: extra, rest: extra, option: 0 };
  }
}

const longest = 4096;

/** One way to play a pattern. */
class Player {
  readonly #play: Play;
  #length = 0;

  constructor(play: Play) {
    this.#play = play;
  }

  /** Undefined where there is none, or it would be too long. */
  text(node: PatternNode, turn = 0): string | undefined {
    switch (node.kind) {
      case "set":
        this.#length++;
        return this.#length > longest ? undefined : charOf(node.has, turn);
      case "sequence":
        return this.#joined(node.parts);
      case "choice":
        return this.text(node.options[this.#play.option % node.options.length] ?? node, turn);
      case "repeat": {
        const { part, least, most } = node;
        const count = Math.min(most, least + this.#extra(part));
        return this.#joined(Array.from({ length: Math.min(count, longest) }, () => part));
      }
    }
  }

  #extra(part: PatternNode): number {
    const { letters, rest } = this.#play;
    return part.kind === "set" && (part.has("e") || part.has("E")) ? letters : rest;
  }

  #joined(parts: readonly PatternNode[]): string | undefined {
    let text = "";
    for (const [turn, part] of parts.entries()) {
      const next = this.text(part, turn);
      if (next === undefined) return undefined;
      text += next;
    }
    return text;
  }
}

/** A character of a set: that of a word at its turn, or the first that there is. */
function charOf(has: (char: string) => boolean, turn: number): string | undefined {
  const letter = word[turn % word.length] ?? "";
  const number = numbers[turn % numbers.length] ?? "";
  return [letter, letter.toUpperCase(), number, ...word, ...others].find((char) => has(char));
}
