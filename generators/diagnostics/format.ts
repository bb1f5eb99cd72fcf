import { catalog, type Severity } from "./catalog/index.js";
import type { Diagnostic, SourceSpan } from "./diagnostic.js";
import { frameOf } from "./frame.js";
import { splitLines } from "./lines.js";
import { sortDiagnostics } from "./sort.js";

/** What a formatted report is made from. */
export interface FormatOptions {
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file named in a span; undefined when it cannot be read, then no code frame is drawn. */
  readonly textOf: (file: string) => string | undefined;
  /** ANSI colours: for a terminal without NO_COLOR. */
  readonly color?: boolean;
}

type LineOf = (span: SourceSpan) => string | undefined;

type Paint = (text: string) => string;

interface Palette {
  readonly file: Paint;
  readonly place: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly code: Paint;
  readonly gutter: Paint;
}

const plain: Paint = (text) => text;
const sgr =
  (code: number): Paint =>
  (text) =>
    `\u001b[${code}m${text}\u001b[0m`;

const noColors: Palette = {
  file: plain,
  place: plain,
  severity: { error: plain, warning: plain, info: plain },
  code: plain,
  gutter: plain,
};
const colors: Palette = {
  file: sgr(96),
  place: sgr(93),
  severity: { error: sgr(91), warning: sgr(93), info: sgr(94) },
  code: sgr(90),
  gutter: sgr(7),
};

/**
 * Prints diagnostics in the shape of tsc, sorted by place, with the source line and the hint below the
 * marked text; one that has no place tells its fix instead. Ends with a line break unless there is nothing to say.
 *
 * @example
 * src/apis/example.com/v1/types.ts:12:4 - error tag/unknown: unknown tag '+genclinet'
 *   12 | // +genclinet
 *      |    ^^^^^^^^^^ did you mean '+genclient'?
 */
export function formatDiagnostics(options: FormatOptions): string {
  const palette = options.color === true ? colors : noColors;
  const lineOf = lineReader(options.textOf);
  return sortDiagnostics(options.diagnostics)
    .map((diagnostic) => `${formatOne({ diagnostic, lineOf, palette })}\n`)
    .join("");
}

/** Splits each file once. */
function lineReader(textOf: FormatOptions["textOf"]): LineOf {
  const files = new Map<string, readonly string[]>();
  return (span) => {
    let lines = files.get(span.file);
    if (lines === undefined) {
      const text = textOf(span.file);
      lines = text === undefined ? [] : splitLines(text);
      files.set(span.file, lines);
    }
    return lines[span.line - 1];
  };
}

function formatOne(input: {
  readonly diagnostic: Diagnostic;
  readonly lineOf: LineOf;
  readonly palette: Palette;
}): string {
  const { diagnostic, palette } = input;
  const { span, severity, code, message } = diagnostic;
  const place =
    span === undefined
      ? ""
      : `${palette.file(span.file)}:${palette.place(`${span.line}`)}:${palette.place(`${span.column}`)} - `;
  const head = `${place}${palette.severity[severity](severity)} ${palette.code(`${code}:`)} ${message}`;
  return [head, ...below(input)].join("\n");
}

/** The code frame with the hint; without a place to look at, the hint and what to do. */
function below(input: {
  readonly diagnostic: Diagnostic;
  readonly lineOf: LineOf;
  readonly palette: Palette;
}): readonly string[] {
  const { span, severity, code } = input.diagnostic;
  const hints = input.diagnostic.hint?.split("\n") ?? [];
  if (span === undefined) {
    return [...hints, catalog[code].fix].map((part) => `  ${part}`);
  }
  const line = input.lineOf(span);
  if (line === undefined) {
    return hints.map((part) => `  ${part}`);
  }
  const [hint, ...more] = hints;
  const { gutter, source, padding, carets } = frameOf({ span, line });
  const number = `  ${input.palette.gutter(gutter)} |`;
  const empty = `  ${input.palette.gutter(" ".repeat(gutter.length))} |`;
  const marked = input.palette.severity[severity](carets);
  return [
    `${number} ${source}`.trimEnd(),
    `${empty} ${padding}${marked}${hint === undefined ? "" : ` ${hint}`}`,
    ...more.map((part) => `${empty} ${part}`.trimEnd()),
  ];
}

/** `2 errors, 1 warning`, or "" when there are none; what is only told is not counted. */
export function summarize(diagnostics: readonly Diagnostic[]): string {
  const unique = sortDiagnostics(diagnostics);
  return (["error", "warning"] as const)
    .map((severity) => count(severity, unique.filter((one) => one.severity === severity).length))
    .filter((part) => part !== "")
    .join(", ");
}

function count(noun: string, number: number): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
