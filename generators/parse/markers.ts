import { lineStarts } from "../diagnostics/lines.js";
import type { MarkersSyntax } from "../model/index.js";
import { allTags } from "./loose.js";
import { loadTypeScript } from "./typescript.js";

/**
 * Reads the markers of a source file, which may hold any code: of comments in front of statements, inside of functions and classes,
 * and behind code. Wrong TypeScript is read as far as it goes, and what is nested too deeply for the compiler has no markers.
 */
export function parseMarkers(file: {
  readonly path: string;
  readonly text: string;
}): MarkersSyntax {
  const { path, text } = file;
  const starts = lineStarts(text);
  try {
    const ts = loadTypeScript();
    const source = ts.createSourceFile(path, text, {
      languageVersion: ts.ScriptTarget.ESNext,
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    });
    const tags = allTags({ ts, source, text }).filter((tag) => isMarker(tag.text));
    return { path, lineStarts: starts, tags };
  } catch (error) {
    if (error instanceof RangeError) return { path, lineStarts: starts, tags: [] };
    throw error;
  }
}

/** `+ kubebuilder:rbac` too, which is told of. */
function isMarker(text: string): boolean {
  return /^[+\s]*kubebuilder:/.test(text);
}
