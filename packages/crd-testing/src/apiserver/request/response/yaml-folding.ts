/** Columns after which go-yaml breaks a line at the next blank. */
const width = 80;

/** `  - key: ` in front of a scalar: dashes, then keys. */
const prefix = /^ *(?:- )*(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#][^:]*(?::\S[^:]*)*): +)?/;
const blockHeader = /(?:^|[ ])[|>][-+0-9]*$/;

/**
 * YAML with its long scalars folded as go-yaml does: at the first blank beyond the 80th column, rather than at the last one
 * before. Every scalar stands on one line, but for those in literal blocks, which are left alone.
 */
export function folded(yaml: string): string {
  const result: string[] = [];
  let block: number | undefined;
  for (const line of yaml.split("\n")) {
    const indent = line.search(/\S/);
    if (block !== undefined && (indent === -1 || indent > block)) {
      result.push(line);
      continue;
    }
    const start = prefix.exec(line)?.[0].length ?? 0;
    block = blockHeader.test(line.slice(Math.max(start - 1, 0))) ? blockIndent(line) : undefined;
    if (block !== undefined) result.push(line);
    else {
      const plain = line.charAt(start) === '"' ? withPlainBlanks(line) : line;
      result.push(plain.length > width ? foldedLine(plain, start) : plain);
    }
  }
  return result.join("\n");
}

/** Without the backslashes that the library writes before blanks at the end of a line of text. */
function withPlainBlanks(line: string): string {
  return line.replace(/\\(.)/g, (pair, character: string) => (character === " " ? " " : pair));
}

/** Column of the last key or dash of a line: what belongs to it is further in. */
function blockIndent(line: string): number {
  const dashes = /^ *(?:- )*/.exec(line)?.[0].length ?? 0;
  const hasKey = prefix.exec(line)?.[0].length !== dashes;
  return hasKey ? dashes : Math.max(dashes - 2, 0);
}

function foldedLine(line: string, start: number): string {
  const quote = line.charAt(start);
  const isDouble = quote === '"';
  const isQuoted = isDouble || quote === "'";
  const continuation = " ".repeat(blockIndent(line) + 2);
  let column = start;
  let result = line.slice(0, start);
  let wasBlank = false;
  for (let at = start; at < line.length; at++) {
    const character = line.charAt(at);
    // The first and the last character of a scalar in quotes are kept where they are.
    const isInside = !isQuoted || (at > start + 1 && at < line.length - 2);
    const isBlank = character === " ";
    const mayBreak = isBlank && !wasBlank && column > width && isInside;
    if (mayBreak && (isDouble || line.charAt(at + 1) !== " ")) {
      result += `\n${continuation}`;
      column = continuation.length;
      if (isDouble && line.charAt(at + 1) === " ") {
        result += "\\";
        column++;
      }
    } else {
      result += character;
      column += isLowSurrogate(character) ? 0 : 1;
    }
    wasBlank = isBlank;
  }
  return result;
}

function isLowSurrogate(character: string): boolean {
  return character >= "\udc00" && character <= "\udfff";
}
