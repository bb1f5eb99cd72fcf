/** A key or an item whose value begins with a quote. */
const opening = /^( *)(?:- +)*(?:(?:[^\s'"#&*!|>%@`{[][^#]*?|"[^"]*"|'[^']*'): +|- +)(?=['"])/;
/** A key or an item whose value is a block of text. */
const block = /^( *)((?:- +)*)[^#]*(?:: +|- +)[|>][-+0-9]*\s*$/;

/**
 * The text with lines that go on with a quoted scalar pushed to the right, where they begin no further in than the key. YAML does
 * not allow that, libyaml and the tools that stand on it read it all the same; blanks there are no part of the scalar.
 */
export function indentContinuations(text: string): string {
  const lines: string[] = [];
  let quoted: { readonly indent: number; readonly quote: string } | undefined;
  let blockIndent: number | undefined;
  for (const line of text.split("\n")) {
    if (quoted !== undefined) {
      lines.push(pushed({ line, indent: quoted.indent }));
      if (isClosed({ text: line, quote: quoted.quote })) quoted = undefined;
      continue;
    }
    if (blockIndent !== undefined && (line.trim() === "" || indentOf(line) > blockIndent)) {
      lines.push(line);
      continue;
    }
    lines.push(line);
    const inBlock = block.exec(line);
    blockIndent = inBlock === null ? undefined : indentOf(line);
    const found = inBlock === null ? opening.exec(line) : null;
    if (found === null) continue;
    const rest = line.slice(found[0].length);
    const quote = rest.charAt(0);
    if (isClosed({ text: rest.slice(1), quote })) continue;
    quoted = { indent: found[0].length, quote };
  }
  return lines.join("\n");
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function pushed(input: { readonly line: string; readonly indent: number }): string {
  const { line, indent } = input;
  return line.trim() === "" || indentOf(line) >= indent
    ? line
    : " ".repeat(indent) + line.trimStart();
}

/** Whether the quote that is open at the start of a text ends in it. */
function isClosed(input: { readonly text: string; readonly quote: string }): boolean {
  const { text, quote } = input;
  const rest = quote === '"' ? text.replace(/\\./g, "") : text.replaceAll("''", "");
  return rest.includes(quote);
}
