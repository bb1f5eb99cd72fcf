import { catalog, type Entry } from "./catalog/index.js";
import type { Diagnostic, SourceSpan } from "./diagnostic.js";

/**
 * The diagnostics without those that say again what an error says of the same tag: validation-gen and the generators of schemas
 * read the same ones. What a project has made a warning silences nothing, so severities come first.
 */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set(
    diagnostics.flatMap(({ severity, code, span }) =>
      severity === "error" && span !== undefined ? [keyOf({ area: areaOf(code), span })] : [],
    ),
  );
  return diagnostics.filter(({ code, span }) => {
    const { behind }: Entry = catalog[code];
    return behind === undefined || span === undefined || !told.has(keyOf({ area: behind, span }));
  });
}

function areaOf(code: string): string {
  return code.slice(0, code.indexOf("/"));
}

function keyOf(input: { readonly area: string; readonly span: SourceSpan }): string {
  const { area, span } = input;
  return `${area} ${span.line}:${span.column} ${span.file}`;
}
