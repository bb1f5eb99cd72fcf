import type { FileSyntax } from "../model/index.js";

/**
 * Adds an import line and declarations to a file. Every byte that is there stays: the import goes below the last one
 * (or to the top, behind a license), the declarations to the end, both with the file's own line ends.
 */
export function appendTo(input: {
  readonly text: string;
  readonly syntax: Pick<FileSyntax, "imports">;
  /** A line with its line end, or "" when nothing is missing. */
  readonly importLine: string;
  readonly declarations: string;
}): string {
  const { text, importLine, declarations } = input;
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const withEol = (part: string): string => part.replaceAll("\n", eol);
  const at = importPlace(input);
  const blank = at.line === "first" && text.slice(at.offset).trim() !== "" ? eol : "";
  const head = text.slice(0, at.offset);
  const tail = text.slice(at.offset);
  // The last import may end the file without a line end.
  const start = at.line === "next" && !/[\r\n]$/.test(head) ? eol : "";
  const withImport = importLine === "" ? text : head + start + withEol(importLine) + blank + tail;
  return withImport + gap({ text: withImport, eol }) + withEol(declarations);
}

/** What stands between the file's end and the new declarations: one blank line. */
function gap(input: { readonly text: string; readonly eol: string }): string {
  const { text, eol } = input;
  const isEmpty = text.replace(/^\uFEFF/, "") === "";
  if (isEmpty || /(\r\n|\n|\r(?!\n))[ \t]*(\r\n|\n|\r(?!\n))$/.test(text)) {
    return "";
  }
  return /[\r\n]$/.test(text) ? eol : eol + eol;
}

function importPlace(input: {
  readonly text: string;
  readonly syntax: Pick<FileSyntax, "imports">;
}): { readonly line: "first" | "next"; readonly offset: number } {
  const { text } = input;
  const last = input.syntax.imports.at(-1);
  if (last !== undefined) {
    const [start, length] = last.span;
    const rest = /[^\r\n]*(\r\n|\n|\r|$)/.exec(text.slice(start + length))?.[0] ?? "";
    // Behind the module there is the end of the statement and perhaps a comment; anything else could go on below.
    if (/^\s*;?\s*(\/\/.*)?\s*$/.test(rest)) {
      return { line: "next", offset: start + length + rest.length };
    }
  }
  return { line: "first", offset: headEnd(text) };
}

/**
 * Where the first import of a file goes: behind the byte order mark and a head that has to stay first, such as a
 * license. Comments that speak for the declaration below, by a tag or as its description, are no head.
 */
function headEnd(text: string): number {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const head =
    /^(?:\/\/[^\r\n]*(?:\r\n|\n|\r))+|^\/\*(?!\*)(?:(?!\*\/)[\s\S])*\*\/[ \t]*(?:\r\n|\n|\r)/.exec(
      text.slice(start),
    )?.[0];
  if (head === undefined || /^[ \t/*]*\+[A-Za-z_]/m.test(head)) {
    return start;
  }
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(start + head.length))?.[0];
  return blank === undefined ? start : start + head.length + blank.length;
}
