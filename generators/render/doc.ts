import { plain } from "./marks.js";

/** Columns of generated code. */
export const maxColumns = 100;

/**
 * A description as a JSDoc block, indented, with a line end; "" for an empty description.
 * Line breaks of the text are kept; only lines that are too long are broken, at spaces: not in code blocks and tables.
 */
export function docComment(input: { readonly text: string; readonly indent: number }): string {
  const lines = plain(input.text)
    .replaceAll("*/", "*\\/")
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  const [first] = lines;
  if (first === undefined) return "";
  const indent = " ".repeat(input.indent);
  const single = `${indent}/** ${first} */`;
  if (lines.length === 1 && single.length <= maxColumns) return `${single}\n`;
  const width = maxColumns - input.indent - " * ".length;
  const body = foldProse({ lines, width });
  return [
    `${indent}/**`,
    ...body.map((line) => (line === "" ? `${indent} *` : `${indent} * ${line}`)),
    `${indent} */\n`,
  ].join("\n");
}

function foldProse(input: {
  readonly lines: readonly string[];
  readonly width: number;
}): readonly string[] {
  const { lines, width } = input;
  let inCode = false;
  return lines.flatMap((line) => {
    const fence = /^\s*(?:```|~~~)/.test(line);
    if (fence) inCode = !inCode;
    return inCode || fence || /^\s*\|/.test(line) ? [line] : fold({ line, width });
  });
}

/** Breaks a line at spaces; what follows keeps the line's own indentation. */
function fold(input: { readonly line: string; readonly width: number }): readonly string[] {
  const { line, width } = input;
  if (line.length <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const out: string[] = [];
  let current = indent;
  for (const word of line.trim().split(/ +/)) {
    const longer = current === indent ? current + word : `${current} ${word}`;
    if (longer.length > width && current !== indent) {
      out.push(current);
      current = indent + word;
    } else {
      current = longer;
    }
  }
  out.push(current);
  return out;
}
