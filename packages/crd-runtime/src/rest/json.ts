import { randomUUID } from "node:crypto";

// A JavaScript number is exact up to 2^53, and int64 fields go beyond. Integers that a number would
// change become bigint on decode, and bigint is written digit for digit. A bigint survives spreads,
// copies and arrays; what cannot carry it (JSON.stringify, arithmetic with numbers) throws. Nothing
// changes silently. The search for such integers looks at every 16th character and costs next to nothing.

const digitsOfUnsafe = 16;

/**
 * Parses JSON. Integers that would not be written back as they came become `bigint`.
 *
 * @throws SyntaxError
 */
export function parseJSON(text: string): unknown {
  return mayHoldUnsafeInteger(text) ? parseExactly(text) : JSON.parse(text);
}

/**
 * Writes JSON; `bigint` as an integer.
 *
 * @throws TypeError when the value is circular
 */
export function stringifyJSON(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
    const mark = randomUUID();
    const text = JSON.stringify(value, (_key, member: unknown) =>
      typeof member === "bigint" ? `${mark}${member}` : member,
    );
    return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
  }
}

/** Whether a run of 16 digits stands where a number may stand. Such a run covers every 16th place. */
function mayHoldUnsafeInteger(text: string): boolean {
  for (let index = digitsOfUnsafe - 1; index < text.length; index += digitsOfUnsafe) {
    if (!isDigit(text.charCodeAt(index))) {
      continue;
    }
    let start = index;
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) {
      start -= 1;
    }
    let end = index + 1;
    while (end < text.length && isDigit(text.charCodeAt(end))) {
      end += 1;
    }
    if (end - start >= digitsOfUnsafe && mayPrecedeInteger(text, start - 1)) {
      return true;
    }
  }
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters, quotes and the decimal point cannot; digits after those are text, a hash or a fraction. */
function mayPrecedeInteger(text: string, index: number): boolean {
  return index < 0 || " \t\r\n:,[-".includes(text.charAt(index));
}

function parseExactly(text: string): unknown {
  const mark = randomUUID();
  return JSON.parse(markIntegers({ text, mark }), (_key, value: unknown) =>
    typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

/** Turns each integer that a number would change into a string that begins with the mark. */
function markIntegers(input: { readonly text: string; readonly mark: string }): string {
  const { text, mark } = input;
  const parts: string[] = [];
  let position = 0;
  while (position < text.length) {
    const quote = text.indexOf('"', position);
    const outside = text.slice(position, quote === -1 ? text.length : quote);
    parts.push(
      outside.replace(/(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/g, (digits) =>
        String(Number(digits)) === digits ? digits : `"${mark}${digits}"`,
      ),
    );
    if (quote === -1) {
      break;
    }
    const end = endOfString(text, quote);
    parts.push(text.slice(quote, end));
    position = end;
  }
  return parts.join("");
}

/** Index after the closing quote of the string that opens at `quote`. */
function endOfString(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charAt(end - 1 - slashes) === "\\") {
      slashes += 1;
    }
    if (slashes % 2 === 0) {
      return end + 1;
    }
  }
  return text.length;
}
