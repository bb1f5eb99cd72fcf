import type { Advice } from "./diagnostic.js";

/** Words longer than this are never compared: nobody mistypes them, and the cost is quadratic. */
const longest = 120;

/**
 * The candidate that was probably meant, or undefined. Case, hyphens, dots and colons count for nothing,
 * a missing prefix (`subresource:status`) little, and a swapped, missing, extra or wrong letter one.
 *
 * @example
 * suggest({ word: "genclinet", candidates: ["genclient", "genclient:noStatus"] }) // "genclient"
 */
export function suggest(input: {
  readonly word: string;
  readonly candidates: Iterable<string>;
}): string | undefined {
  const { word } = input;
  const bare = plain(word);
  if (bare.length === 0 || bare.length > longest) {
    return undefined;
  }
  let best: { readonly candidate: string; readonly cost: number } | undefined;
  for (const candidate of input.candidates) {
    const cost = costOf({ bare, candidate: plain(candidate) });
    if (cost !== undefined && (best === undefined || cost < best.cost)) {
      best = { candidate, cost };
    }
  }
  return best?.candidate;
}

/** `did you mean 'genclient'?`, or undefined when nothing is near. */
export function didYouMean(input: {
  readonly word: string;
  readonly candidates: Iterable<string>;
}): string | undefined {
  const found = suggest(input);
  return found === undefined ? undefined : `did you mean '${found}'?`;
}

/** {@link didYouMean} for a diagnostic that marks just the word: `--fix` can write what was meant. */
export function correction(input: {
  readonly word: string;
  readonly candidates: Iterable<string>;
}): Advice | undefined {
  const replacement = suggest(input);
  return replacement === undefined
    ? undefined
    : { hint: `did you mean '${replacement}'?`, replacement };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Undefined when the two are too far apart. */
function costOf(input: { readonly bare: string; readonly candidate: string }): number | undefined {
  const { bare, candidate } = input;
  if (bare === candidate) {
    return 0;
  }
  const allowed = bare.length <= 3 ? 1 : Math.max(2, Math.floor(bare.length / 4));
  if (Math.abs(bare.length - candidate.length) <= allowed) {
    const distance = editDistance(bare, candidate);
    // A word of which hardly a letter is left is another word.
    if (distance <= allowed && distance < Math.min(bare.length, candidate.length)) {
      return distance;
    }
  }
  return bare.length >= 5 && candidate.endsWith(bare) ? allowed + 0.5 : undefined;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let cost = Math.min(
        at(rows, row - 1, column) + 1,
        (current[column - 1] ?? 0) + 1,
        at(rows, row - 1, column - 1) + same,
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) {
        cost = Math.min(cost, at(rows, row - 2, column - 2) + 1);
      }
      current.push(cost);
    }
    rows.push(current);
  }
  return at(rows, left.length, right.length);
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
