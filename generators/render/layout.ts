import { maxColumns } from "./doc.js";
import { marks } from "./marks.js";

/** How a list is written. */
export interface ListStyle {
  /** Inside the brackets when on one line: " " for object literals. */
  readonly pad: string;
  readonly separator: "," | "|";
  /** A comma after the last item when there is one item a line; type arguments take none. */
  readonly trailing: boolean;
}

/** Marks a list that stands on one line when it fits, and one item a line when it does not. */
export function wrapMark(input: {
  readonly items: readonly string[];
  readonly style: ListStyle;
}): string {
  const { items, style } = input;
  const kind = `${style.separator}${style.trailing ? "," : "."}${style.pad}`;
  return (
    marks.wrapOpen + kind + items.map((item) => marks.wrapItem + item).join("") + marks.wrapClose
  );
}

interface List {
  readonly style: ListStyle;
  readonly items: readonly string[];
}

/** Lays out every marked list, outermost first. A list never spans lines before that. */
export function layOut(body: string): string {
  return body.replace(/^.*\uFDD2.*$/gm, layOutLine);
}

function layOutLine(line: string): string {
  const open = line.indexOf(marks.wrapOpen);
  if (open === -1) return line;
  const flatLine = flatten(line);
  if (flatLine.length <= maxColumns) return flatLine;
  const close = closing({ text: line, open });
  const list = parse(line.slice(open + 1, close));
  const indent = /^ */.exec(line)?.[0] ?? "";
  const laid = list.items.length === 0 ? "" : broken({ list, indent });
  return (line.slice(0, open) + laid + line.slice(close + 1))
    .split("\n")
    .map(layOutLine)
    .join("\n");
}

function flat(list: List): string {
  const { style, items } = list;
  if (items.length === 0) return "";
  const between = style.separator === "|" ? " | " : ", ";
  return style.pad + items.map(flatten).join(between) + style.pad;
}

/** One item a line; the items of a union inside another list stand in that list's own column. */
function broken(input: { readonly list: List; readonly indent: string }): string {
  const { style, items } = input.list;
  const { indent } = input;
  if (style.separator === "|") return items.map((item) => `| ${item}`).join(`\n${indent}`);
  const last = style.trailing ? "," : "";
  return `\n${indent}  ${items.join(`,\n${indent}  `)}${last}\n${indent}`;
}

/** Text in which every list stands on one line. */
function flatten(text: string): string {
  const open = text.indexOf(marks.wrapOpen);
  if (open === -1) return text;
  const close = closing({ text, open });
  return (
    text.slice(0, open) + flat(parse(text.slice(open + 1, close))) + flatten(text.slice(close + 1))
  );
}

/** Position of the mark that closes the list opened at `open`. */
function closing(input: { readonly text: string; readonly open: number }): number {
  const { text, open } = input;
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === marks.wrapOpen) depth++;
    if (text[at] === marks.wrapClose && --depth === 0) return at;
  }
  throw new Error("a wrapped list is not closed");
}

/** Splits the inside of a list at its own item marks, not at those of lists inside. */
function parse(inside: string): List {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < inside.length; at++) {
    const character = inside[at];
    if (character === marks.wrapOpen) depth++;
    if (character === marks.wrapClose) depth--;
    if (character === marks.wrapItem && depth === 0) {
      pieces.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(inside.slice(start));
  const [kind = "", ...items] = pieces;
  const style: ListStyle = {
    separator: kind.startsWith("|") ? "|" : ",",
    trailing: kind[1] === ",",
    pad: kind.slice(2),
  };
  return { style, items };
}
