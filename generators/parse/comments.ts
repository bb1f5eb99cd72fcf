import type { ts } from "ts-morph";
import type { TagSyntax } from "../model/index.js";
import { isProjectTag, splitTag } from "../model/tags/tag-text.js";
import type { FileContext } from "./context.js";

/** What the comments before a declaration say. */
export interface Leading {
  readonly description: string;
  readonly tags: readonly TagSyntax[];
}

interface Line {
  readonly text: string;
  readonly offset: number;
}

/** Consecutive `//` lines, or one block comment. */
interface Block {
  readonly jsDoc: boolean;
  readonly lines: readonly Line[];
  readonly start: number;
  readonly end: number;
}

const nothing: Leading = { description: "", tags: [] };
const tagLine = /^\s*\+(?=[A-Za-z_]|\d+[a-z]+:[A-Za-z])/;
const signs = /^\s*\+([+ \t]+)(?=[A-Za-z_])/;
/** Names that are no words: a list in a text may have `+` for its bullets. */
const tagLike = /^(?:genclient\b|\w+:\w|\w+[a-z][A-Z]|\w+=\S)/;
/** `@genclient` too, as a tag of JSDoc. */
const unsignedLine =
  /^\s*@?(?:(?:k8s|kubebuilder|crd-project|genclient):[A-Za-z]|genclient\s*$|groupName=)(?:\S*["'`{[(].*|\S*)$/;
const blank: ReadonlySet<string> = new Set([" ", "\t", "\n", "\r"]);
const fence = /^\s*(?:```|~~~)/;
const lineBreak = /(\r\n|[\n\r\u2028\u2029])/;
const oneLineBreak = /^[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029])[^\n\r\u2028\u2029]*$/;
/** Lines for other tools, which describe nothing. */
const directive =
  /^(?:eslint|biome-ignore|prettier-ignore|dprint-ignore|tslint:|@ts-|#(?:end)?region\b)/;

/**
 * Reads all comment blocks before a node, whatever blank lines are between them. Tags come from every
 * block; the description from the last JSDoc block, or from the `//` block directly above the node.
 */
export function readLeading(context: FileContext, node: ts.Node): Leading {
  const ranges = context.ts.getLeadingCommentRanges(context.text, node.pos);
  if (ranges === undefined) {
    return nothing;
  }
  const blocks = blocksOf({ ts: context.ts, text: context.text, ranges });
  const read = blocks.map((block) => ({ block, ...readBlock(block.lines) }));
  for (const { offsets } of read) {
    for (const offset of offsets) {
      context.attached.add(offset);
    }
  }
  return {
    description: descriptionOf({
      read,
      text: context.text,
      start: () => node.getStart(context.source),
    }),
    // Those of the project are read with those of its other sources.
    tags: read.flatMap(({ tags }) => tags).filter(({ text }) => !isProjectTag(text)),
  };
}

/** The tags of one comment, wherever it stands. */
export function readComment(input: {
  readonly ts: FileContext["ts"];
  readonly text: string;
  readonly range: ts.CommentRange;
}): readonly TagSyntax[] {
  return blocksOf({ ...input, ranges: [input.range] }).flatMap(
    (block) => readBlock(block.lines).tags,
  );
}

/** The lines of one comment that would be tags with a `+` in front. */
export function readUnsigned(input: {
  readonly ts: FileContext["ts"];
  readonly text: string;
  readonly range: ts.CommentRange;
}): readonly TagSyntax[] {
  return blocksOf({ ...input, ranges: [input.range] }).flatMap(
    (block) => readBlock(block.lines).unsigned,
  );
}

function blocksOf(input: {
  readonly ts: FileContext["ts"];
  readonly text: string;
  readonly ranges: readonly ts.CommentRange[];
}): readonly Block[] {
  const { ts, text, ranges } = input;
  const blocks: Block[] = [];
  for (const { pos, end, kind } of ranges) {
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia) {
      const jsDoc = text.startsWith("/**", pos) && end - pos > 4;
      blocks.push({ jsDoc, lines: blockLines({ text, pos, end }), start: pos, end });
      continue;
    }
    const line = lineCommentLine({ text, pos, end });
    const last = blocks.at(-1);
    if (
      last !== undefined &&
      text.startsWith("//", last.start) &&
      isNextLine(text.slice(last.end, pos))
    ) {
      blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line], end };
    } else {
      blocks.push({ jsDoc: false, lines: [line], start: pos, end });
    }
  }
  return blocks;
}

function isNextLine(between: string): boolean {
  return oneLineBreak.test(between);
}

function lineCommentLine(input: {
  readonly text: string;
  readonly pos: number;
  readonly end: number;
}): Line {
  let offset = input.pos + 2;
  while (input.text[offset] === "/") {
    offset++;
  }
  if (input.text[offset] === " ") {
    offset++;
  }
  return { text: trimmedEnd(input.text.slice(offset, input.end)), offset };
}

function blockLines(input: {
  readonly text: string;
  readonly pos: number;
  readonly end: number;
}): readonly Line[] {
  const start = input.pos + 2;
  const body = input.text.slice(start, input.end - 2);
  const lines: Line[] = [];
  let offset = 0;
  const parts = lineBreak.test(body) ? body.split(lineBreak) : [body];
  for (const [index, part] of parts.entries()) {
    // Between two lines stands their break.
    if (index % 2 === 0) {
      const margin = /^\s*\**[ \t]?/.exec(part)?.[0].length ?? 0;
      lines.push({ text: trimmedEnd(part.slice(margin)), offset: start + offset + margin });
    }
    offset += part.length;
  }
  return lines;
}

/** Offset behind the `+` of a tag, of `+ genclient` and `++genclient` too; undefined for text. */
function behindSign(line: string): number | undefined {
  const found = tagLine.exec(line)?.[0].length;
  const spaced = found === undefined ? signs.exec(line) : null;
  if (spaced === null) {
    return found;
  }
  const [all, between = ""] = spaced;
  const text = line.slice(all.length);
  const known = tagLike.test(text) && splitTag(text).entry !== undefined;
  return known ? all.length - between.length : undefined;
}

/** Splits the lines of a block into tags and text; what stands in a code fence is text. */
function readBlock(lines: readonly Line[]): {
  readonly tags: readonly TagSyntax[];
  readonly prose: readonly string[];
  readonly unsigned: readonly TagSyntax[];
  /** Of everything that looks like a tag, in fences too. */
  readonly offsets: readonly number[];
} {
  const tags: TagSyntax[] = [];
  const prose: string[] = [];
  const unsigned: TagSyntax[] = [];
  const offsets: number[] = [];
  const fences = lines.filter(({ text }) => fence.test(text));
  // A fence that does not close would hide the tags below it.
  const open = fences.length % 2 === 1 ? fences.at(-1) : undefined;
  let fenced = false;
  for (const line of lines) {
    const { text, offset } = line;
    const indent = behindSign(text);
    if (indent !== undefined) {
      offsets.push(offset + indent - 1);
    }
    if (indent === undefined || fenced) {
      fenced = fence.test(text) && line !== open ? !fenced : fenced;
      if (!fenced && isUnsigned(text)) {
        const written = text.trim();
        unsigned.push({ text: written, span: [offset + text.indexOf(written), written.length] });
      }
      prose.push(text);
      continue;
    }
    const written = text.slice(indent).trimEnd();
    tags.push({ text: written, span: [offset + indent - 1, written.length + 1] });
  }
  return { tags, prose, unsigned, offsets };
}

/** Whether a line is nothing but a tag of the table, less the sign. A sentence that begins with the name of one is none. */
function isUnsigned(line: string): boolean {
  if (!unsignedLine.test(line)) return false;
  const { entry, rest } = splitTag(line.trim().replace(/^@/, ""));
  return entry !== undefined && rest === undefined;
}

function descriptionOf(input: {
  readonly read: readonly { readonly block: Block; readonly prose: readonly string[] }[];
  readonly text: string;
  readonly start: () => number;
}): string {
  const jsDocs = input.read
    .filter(({ block }) => block.jsDoc)
    .map(({ prose }) => joined(prose))
    .filter((text) => text !== "");
  const closest = input.read.at(-1);
  if (jsDocs.length > 0 || closest === undefined) {
    return jsDocs.at(-1) ?? "";
  }
  const adjacent = isNextLine(input.text.slice(closest.block.end, input.start()));
  return adjacent ? joined(closest.prose.filter((line) => !directive.test(line))) : "";
}

/** One text of a block's lines: no blank lines at its ends, one at most between paragraphs. */
function joined(lines: readonly string[]): string {
  const text = trimmedEnd(lines.join("\n").replace(/\n{3,}/g, "\n\n"));
  // Blanks in front of the first line stay, as Go's doc comments keep them.
  return text.replace(/^\n+/, "");
}

/** Without the blanks at the end that Go's doc comments do not keep; a no-break space stays. */
function trimmedEnd(text: string): string {
  let { length } = text;
  while (length > 0 && blank.has(text.charAt(length - 1))) length--;
  return text.slice(0, length);
}
