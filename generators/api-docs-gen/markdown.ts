/** GitHub Flavored Markdown from text that is not ours: what would be read as markup, or as the end of a table's cell, is escaped. */

/** A code span that is right in tables, too: in a table a pipe ends the cell even inside backticks. */
export function code(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, " ");
  return line === "" || /[|`]|^ | $/.test(line)
    ? `<code>${line.replace(/[\\`*_{}[\]<>|$~&:@.]/g, entity)}</code>`
    : `\`${line}\``;
}

/** An identifier or other plain text, with nothing in it that Markdown would read. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|$~]/g, (character) => `\\${character}`);
}

/** A doc comment as paragraphs: its Markdown stays, but for headings, which are the page's own. */
export function block(text: string): string {
  return segments(text)
    .map(({ fence, lines }) =>
      fence === undefined
        ? prose({ text: lines.map(withoutHeading).join("\n"), pipes: false })
        : [fence, ...lines, fence.replace(/^([`~]+).*/, "$1")].join("\n"),
    )
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A doc comment as one cell of a table. */
export function cell(text: string): string {
  return segments(text)
    .map(({ fence, lines }) =>
      fence === undefined ? cellProse(lines) : lines.map((line) => code(line)).join(br),
    )
    .filter((part) => part !== "")
    .join(br);
}

/** A line break inside a cell. */
export const br = "<br />";

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

interface Segment {
  /** The line that opens a code block; undefined for prose. */
  readonly fence: string | undefined;
  readonly lines: readonly string[];
}

/** Prose and code blocks; one that is not closed ends with the text. */
function segments(text: string): readonly Segment[] {
  const done: Segment[] = [];
  let fence: string | undefined;
  let lines: string[] = [];
  const close = (next: string | undefined): void => {
    if (fence !== undefined || lines.length > 0) done.push({ fence, lines });
    fence = next;
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const mark = /^\s*((`{3,})[^`]*|(~{3,}).*)$/.exec(line);
    const marker = fence === undefined ? undefined : (/^[`~]+/.exec(fence)?.[0] ?? "");
    if (marker === undefined && mark !== null) {
      close(mark[1]);
    } else if (marker !== undefined && line.trim().startsWith(marker) && isFence(line)) {
      close(undefined);
    } else {
      lines.push(line);
    }
  }
  close(undefined);
  return done;
}

function isFence(line: string): boolean {
  return /^\s*(?:`{3,}|~{3,})\s*$/.test(line);
}

function withoutHeading(line: string): string {
  return line.replace(/^( {0,3})(#{1,6}(?=\s|$)|=+\s*$|-+\s*$)/, "$1\\$2");
}

function cellProse(lines: readonly string[]): string {
  const text = lines
    .map((line) => line.trim())
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
  return prose({ text, pipes: true })
    .replace(/\n{2,}/g, br + br)
    .replace(/\n(?=(?:[-*+]|\d+[.)])\s)/g, br)
    .replace(/\n/g, " ");
}

/** Code spans are kept; around them, what would be HTML, an entity, math or, in a table, the end of the cell is escaped. */
function prose(input: { readonly text: string; readonly pipes: boolean }): string {
  const { text, pipes } = input;
  const span = /(?<![`\\])(`+)(?!`)((?:(?!\n\s*\n)[\s\S])*?[^`])\1(?!`)/g;
  let out = "";
  let from = 0;
  for (const match of text.matchAll(span)) {
    out += escaped({ text: text.slice(from, match.index), pipes });
    out += pipes ? code(match[2]?.replace(/^ (.*\S.*) $/s, "$1") ?? "") : match[0];
    from = match.index + match[0].length;
  }
  return out + escaped({ text: text.slice(from), pipes });
}

function escaped(input: { readonly text: string; readonly pipes: boolean }): string {
  return input.text
    .replace(/\{@link(?:code|plain)?\s+([^\s}|]+)(?:[\s|]+([^}]*))?\}/g, (_, name, label) =>
      String(label ?? name),
    )
    .replace(/<(https?:\/\/[^\s<>]+)>/g, "$1")
    .replace(/(\\*)(&(?=#?\w+;)|[<>$|])/g, (_, slashes: string, character: string) => {
      // Two backslashes show one; a single one escapes the character already.
      const shown = slashes.slice(slashes.length % 2);
      return shown + written({ character, shown, pipes: input.pipes });
    });
}

function written(input: {
  readonly character: string;
  readonly shown: string;
  readonly pipes: boolean;
}): string {
  const { character, shown, pipes } = input;
  switch (character) {
    case "$":
      return "\\$";
    case "|":
      // Parsers of tables do not agree on a pipe behind two backslashes.
      if (!pipes) return "|";
      return shown === "" ? "\\|" : entity(character);
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    default:
      return "&amp;";
  }
}
