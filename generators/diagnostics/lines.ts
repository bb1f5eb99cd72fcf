const byteOrderMark = 0xfeff;
const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;

/**
 * Offset at which each line of the text begins. Lines end where TypeScript ends them; a byte order
 * mark belongs to no line.
 */
export function lineStarts(text: string): readonly number[] {
  const starts = [text.charCodeAt(0) === byteOrderMark ? 1 : 0];
  for (const match of text.matchAll(lineBreaks)) {
    starts.push(match.index + match[0].length);
  }
  return starts;
}

/** Line and column, both from 1, of an offset. */
export function positionAt(input: {
  readonly starts: readonly number[];
  readonly offset: number;
}): { readonly line: number; readonly column: number } {
  const { starts, offset } = input;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
}

/** The lines of a text without their line breaks and without a byte order mark. */
export function splitLines(text: string): readonly string[] {
  return text.slice(lineStarts(text)[0]).split(lineBreaks);
}
