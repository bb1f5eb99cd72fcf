import type { ts } from "ts-morph";
import type { LooseTagSyntax, TagSyntax } from "../model/index.js";
import { isProjectTag } from "../model/tags/tag-text.js";
import { readComment, readUnsigned } from "./comments.js";
import type { FileContext } from "./context.js";

interface Range {
  readonly pos: number;
  readonly end: number;
}

const candidate = /(?:\/\/|\/\*|[\n\r\u2028\u2029])[ \t*/]*\+(?=[+ \t]*[A-Za-z_])/g;

/**
 * The tags that lead nothing: in comments behind code, before an import or another statement, at the end of
 * a body or of the file. Comments inside functions and classes are the user's own.
 */
export function looseTags(context: FileContext): readonly LooseTagSyntax[] {
  const { text } = context;
  // Cheap test first: hardly a file has one.
  const left = [...text.matchAll(candidate)].some(
    (match) => !context.attached.has(match.index + match[0].length - 1),
  );
  if (!left) {
    return [];
  }
  return commentsOutside({ text, opaque: opaqueRanges(context) }).flatMap((range) => {
    const trailing = text.slice(lineStart(text, range.pos), range.pos).trim() !== "";
    return readComment({
      ts: context.ts,
      text,
      range: { ...range, kind: kindOf(context, range) },
    })
      .filter((tag) => !context.attached.has(tag.span[0]) && !isProjectTag(tag.text))
      .map((tag) => ({ ...tag, trailing }));
  });
}

const unsigned =
  /(?:\/\/|\/\*|[\n\r\u2028\u2029])[ \t*/]*@?(?:k8s|kubebuilder|crd-project|genclient|groupName)[:=\s]/;

/** The lines of comments that would be tags with a `+` in front, but for comments inside functions and classes. */
export function unsignedTags(context: FileContext): readonly TagSyntax[] {
  const { ts, text } = context;
  // Cheap test first: hardly a file has one.
  if (!unsigned.test(text)) return [];
  return commentsOutside({ text, opaque: opaqueRanges(context) }).flatMap((range) =>
    readUnsigned({ ts, text, range: { ...range, kind: kindOf(context, range) } }),
  );
}

/** The tags of all comments, those inside of functions and classes too; tags in literals are none. */
export function allTags(context: Omit<FileContext, "attached">): readonly TagSyntax[] {
  const { ts, source, text } = context;
  const opaque: Range[] = [];
  const visit = literalsOf({ ts, source, ranges: opaque });
  for (const statement of source.statements) visit(statement);
  return commentsOutside({ text, opaque }).flatMap((range) =>
    readComment({ ts, text, range: { ...range, kind: kindOf(context, range) } }),
  );
}

function kindOf(context: Omit<FileContext, "attached">, range: Range): ts.CommentKind {
  const { SyntaxKind } = context.ts;
  return context.text.startsWith("/*", range.pos)
    ? SyntaxKind.MultiLineCommentTrivia
    : SyntaxKind.SingleLineCommentTrivia;
}

/** Literals, in which `//` is no comment, and code of which the comments do not matter; in order. */
function opaqueRanges(context: FileContext): readonly Range[] {
  const { ts, source } = context;
  const ranges: Range[] = [];
  const visit = literalsOf({ ts, source, ranges });
  for (const statement of source.statements) {
    if (isTransparent(ts, statement)) {
      visit(statement);
    } else {
      ranges.push({ pos: statement.getStart(source), end: statement.end });
    }
  }
  return ranges;
}

/** Adds the literals in a node to ranges, in order. */
function literalsOf(input: {
  readonly ts: FileContext["ts"];
  readonly source: ts.SourceFile;
  readonly ranges: Range[];
}): (node: ts.Node) => void {
  const { ts, source, ranges } = input;
  const visit = (node: ts.Node): void => {
    if (
      ts.isLiteralExpression(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      // White space in front of JSX text belongs to it.
      const pos = ts.isJsxText(node) ? node.pos : node.getStart(source);
      ranges.push({ pos, end: node.end });
    }
    ts.forEachChild(node, visit);
  };
  return visit;
}

function isTransparent(ts: FileContext["ts"], statement: ts.Statement): boolean {
  return (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement)
  );
}

function commentsOutside(input: {
  readonly text: string;
  readonly opaque: readonly Range[];
}): readonly Range[] {
  const { text, opaque } = input;
  const comments: Range[] = [];
  const opener = /\/\/|\/\*/g;
  let next = 0;
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    while (next < opaque.length && (opaque[next]?.end ?? 0) <= match.index) {
      next++;
    }
    const inside = opaque[next];
    if (inside !== undefined && inside.pos <= match.index) {
      opener.lastIndex = inside.end;
      continue;
    }
    const end = commentEnd({ text, pos: match.index });
    comments.push({ pos: match.index, end });
    opener.lastIndex = end;
  }
  return comments;
}

function commentEnd(input: { readonly text: string; readonly pos: number }): number {
  const { text, pos } = input;
  if (text.startsWith("/*", pos)) {
    const end = text.indexOf("*/", pos + 2);
    return end === -1 ? text.length : end + 2;
  }
  const ending = /[\n\r\u2028\u2029]/g;
  ending.lastIndex = pos;
  return ending.exec(text)?.index ?? text.length;
}

function lineStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(...["\n", "\r", "\u2028", "\u2029"].map((end) => before.lastIndexOf(end))) + 1;
}
