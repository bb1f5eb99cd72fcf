import { type Diagnostic, positionAt, type SourceSpan } from "../../diagnostics/index.js";
import type { FileSyntax, SyntaxSpan } from "../syntax.js";

/** Takes the diagnostics of a run, in any order. */
export type Report = (diagnostic: Diagnostic) => void;

/** What is known of a file in which tags stand. */
export type TaggedFile = Pick<FileSyntax, "path" | "lineStarts" | "acceptedTags">;

/** The place of a syntax span in its file. */
export function placeOf(file: TaggedFile, span: SyntaxSpan): SourceSpan {
  const [offset, length] = span;
  const { line, column } = positionAt({ starts: file.lineStarts, offset });
  return { file: file.path, line, column, length };
}

/** The first character of a file, for what the file as a whole lacks. */
export function startOf(path: string): SourceSpan {
  return { file: path, line: 1, column: 1, length: 1 };
}
