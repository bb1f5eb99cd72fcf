import type { ts } from "ts-morph";
import type { SyntaxSpan, UnsupportedSyntax } from "../model/index.js";
import type { TypeScript } from "./typescript.js";

/** The file being read, and the places of the tags that found a declaration so far. */
export interface FileContext {
  readonly ts: TypeScript;
  readonly source: ts.SourceFile;
  readonly text: string;
  /** Offsets of the `+` of tags that lead a declaration or member. */
  readonly attached: Set<number>;
}

/** From the first character behind white space and comments to the end. */
export function spanOf(context: FileContext, node: ts.Node): SyntaxSpan {
  const start = node.getStart(context.source);
  return [start, node.end - start];
}

/** The text of a node without line breaks and runs of blanks. */
export function textOf(context: FileContext, node: ts.Node): string {
  return node.getText(context.source).replace(/\s+/g, " ");
}

const longestText = 40;

/** Marks a node as outside the subset. */
export function unsupported(
  context: FileContext,
  found: { readonly node: ts.Node; readonly construct: UnsupportedSyntax["construct"] },
): UnsupportedSyntax {
  const text = textOf(context, found.node);
  return {
    kind: "unsupported",
    construct: found.construct,
    text: text.length > longestText ? `${text.slice(0, longestText - 3)}...` : text,
    span: spanOf(context, found.node),
  };
}
