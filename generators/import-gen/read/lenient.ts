/** An item of a list. */
const item = /- +/y;
/** A key whose value begins with a quote, at the start of a line or behind the dash of an item, where it can begin in any way. */
const key = /(?:[^\s'"#&*!|>%@`{[][^#]*?|"[^"]*"|'[^']*'): +(?=['"])/y;
const keyOfItem = /(?:[^\s'"#][^#]*?|"[^"]*"|'[^']*'): +(?=['"])/y;
/** Blanks that are put before a line at the most: no definition begins a value further in. */
const maxIndent = 1000;

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
    const isBlock = opensBlock(line);
    blockIndent = isBlock ? indentOf(line) : undefined;
    const indent = isBlock ? undefined : quoteAt(line);
    if (indent === undefined || indent > maxIndent) continue;
    const quote = line.charAt(indent);
    if (isClosed({ text: line.slice(indent + 1), quote })) continue;
    quoted = { indent, quote };
  }
  return lines.join("\n");
}

/** Whether the value of a key or an item is a block of text. */
function opensBlock(line: string): boolean {
  const end = line.trimEnd();
  const indicator = /[|>][-+0-9]{0,9}$/.exec(end.slice(-10));
  if (indicator === null) return false;
  const before = end.slice(0, -indicator[0].length);
  const head = before.trimEnd();
  return head.length < before.length && /[:-]$/.test(head.slice(-1)) && !head.includes("#");
}

/** Where the quote is with which the value of a key or an item begins. Each part is looked at once, so that the time is that of the length. */
function quoteAt(line: string): number | undefined {
  let at = indentOf(line);
  const start = at;
  for (item.lastIndex = at; item.test(line); ) at = item.lastIndex;
  const isItem = at > start;
  const pattern = isItem ? keyOfItem : key;
  pattern.lastIndex = at;
  if (pattern.test(line)) return pattern.lastIndex;
  return isItem && /['"]/.test(line.charAt(at)) ? at : undefined;
}

function indentOf(line: string): number {
  let at = 0;
  while (line.charAt(at) === " ") at++;
  return at;
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
