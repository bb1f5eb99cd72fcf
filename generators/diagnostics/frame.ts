import type { SourceSpan } from "./diagnostic.js";
import { displayWidth } from "./width.js";

/** The line of a span with carets below it, as two lines of text. */
export interface Frame {
  readonly gutter: string;
  readonly source: string;
  /** White space up to the first caret: tabs stay tabs, a wide character becomes two spaces. */
  readonly padding: string;
  readonly carets: string;
}

// Escape sequences in a source file are no business of the terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Characters of a line that are shown, and those of them before the span: files of one line have megabytes. */
const most = 500;
const before = 100;
const dots = "...";

/**
 * Lays out the frame of a span; a span that leaves its line is cut at the line's end, and of a line that fills pages there is
 * what is near.
 */
export function frameOf(input: { readonly span: SourceSpan; readonly line: string }): Frame {
  const { span } = input;
  if (input.line.length <= most) return framed(input);
  const from = Math.max(0, Math.min(span.column - 1 - before, input.line.length - most));
  const part = input.line.slice(from, from + most);
  const head = from === 0 ? "" : dots;
  const line = head + part + (from + most < input.line.length ? dots : "");
  return framed({ span: { ...span, column: span.column - from + head.length }, line });
}

function framed(input: { readonly span: SourceSpan; readonly line: string }): Frame {
  const { span, line } = input;
  const start = span.column - 1;
  const marked = line.slice(start, start + span.length);
  return {
    gutter: String(span.line),
    source: line.replace(controls, "\ufffd"),
    padding: [...line.slice(0, start)].map(blank).join(""),
    carets: "^".repeat(Math.max(1, cells(marked))),
  };
}

function blank(character: string): string {
  return character === "\t" ? "\t" : " ".repeat(displayWidth(character));
}

function cells(text: string): number {
  return [...text].reduce((sum, character) => sum + displayWidth(character), 0);
}
