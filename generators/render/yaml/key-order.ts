const letter = /\p{L}/u;
const digit = /\p{Nd}/u;
const zero = 0x30;

function isLetter(char: number): boolean {
  if (char < 0x80) return (char >= 0x61 && char <= 0x7a) || (char >= 0x41 && char <= 0x5a);
  return letter.test(String.fromCodePoint(char));
}

function isDigit(char: number): boolean {
  if (char < 0x80) return char >= zero && char <= 0x39;
  return digit.test(String.fromCodePoint(char));
}

/** The number that starts at an index, wrapped to 64 bits as Go's int64 does, and the index after it. */
function numberAt(input: { chars: readonly number[]; start: number; initial: bigint }): {
  readonly value: bigint;
  readonly end: number;
} {
  let value = input.initial;
  let end = input.start;
  for (; end < input.chars.length; end++) {
    const char = input.chars[end] ?? 0;
    if (!isDigit(char)) break;
    value = BigInt.asIntN(64, value * 10n + BigInt(char - zero));
  }
  return { value, end };
}

/** A zero that continues a number weighs as much as any other digit; a leading one does not. */
function continuesNumber(chars: readonly number[], index: number): boolean {
  for (let at = index - 1; at >= 0 && isDigit(chars[at] ?? 0); at--) {
    if (chars[at] !== zero) return true;
  }
  return false;
}

function codePoints(text: string): readonly number[] {
  const points: number[] = [];
  for (const char of text) points.push(char.codePointAt(0) ?? 0);
  return points;
}

function compareFrom(left: string, right: string): number {
  const a = codePoints(left);
  const b = codePoints(right);
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const x = a[index] ?? 0;
    const y = b[index] ?? 0;
    if (x === y) continue;
    const xLetter = isLetter(x);
    const yLetter = isLetter(y);
    if (xLetter && yLetter) return x - y;
    if (xLetter || yLetter) return yLetter ? -1 : 1;
    const initial = (x === zero || y === zero) && continuesNumber(a, index) ? 1n : 0n;
    const first = numberAt({ chars: a, start: index, initial });
    const second = numberAt({ chars: b, start: index, initial });
    if (first.value !== second.value) return first.value < second.value ? -1 : 1;
    if (first.end !== second.end) return first.end - second.end;
    return x - y;
  }
  return a.length - b.length;
}

/**
 * Orders mapping keys as go-yaml does ("natural" order): at the first difference runs of digits
 * compare as numbers, other characters come before letters, letters compare by code point.
 */
export function compareKeys(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const x = left.charCodeAt(index);
    const y = right.charCodeAt(index);
    if (x === y) continue;
    // Numbers and what is not ASCII take the long way.
    if (x >= 0x80 || y >= 0x80 || isDigit(x) || isDigit(y)) return compareFrom(left, right);
    if (isLetter(x) === isLetter(y)) return x - y;
    return isLetter(y) ? -1 : 1;
  }
  return left.length - right.length;
}
