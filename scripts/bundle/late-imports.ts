import ts from "typescript";
import { insertAt } from "./insert.js";

/** The same code, in which `import(...)` is a method of an object: V8 forgets of code that it keeps how to import from there. */
export function withLateImports(input: { readonly code: string; readonly object: string }): string {
  const { code, object } = input;
  return insertAt({
    code,
    text: `${object}.`,
    place: (node) => (node.kind === ts.SyntaxKind.ImportKeyword ? node : undefined),
  });
}
