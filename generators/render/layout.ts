import { maxColumns } from "./doc.js";
import { marks } from "./marks.js";

/** Marks a list that stands on one line when it fits, and one item a line when it does not. */
export function wrapMark(input: {
  readonly items: readonly string[];
  readonly pad: string;
}): string {
  const { items, pad } = input;
  return (
    marks.wrapOpen + pad + items.map((item) => marks.wrapItem + item).join("") + marks.wrapClose
  );
}

/** Lays out every marked list, outermost first. */
export function layOut(body: string): string {
  let text = body;
  for (
    let open = text.indexOf(marks.wrapOpen);
    open !== -1;
    open = text.indexOf(marks.wrapOpen, open)
  ) {
    const close = closing({ text, open });
    const { pad, items } = parts(text.slice(open + 1, close));
    const lineStart = text.lastIndexOf("\n", open) + 1;
    const lineEnd = text.indexOf("\n", close);
    const before = text.slice(lineStart, open);
    const after = text.slice(close + 1, lineEnd === -1 ? undefined : lineEnd);
    const onOneLine = flat({ pad, items });
    const fits = before.length + onOneLine.length + flatten(after).length <= maxColumns;
    const indent = /^ */.exec(before)?.[0] ?? "";
    const laid = fits || items.length === 0 ? onOneLine : broken({ items, indent });
    text = text.slice(0, open) + laid + text.slice(close + 1);
  }
  return text;
}

function flat(input: { readonly pad: string; readonly items: readonly string[] }): string {
  const { pad, items } = input;
  return items.length === 0 ? "" : pad + items.map(flatten).join(", ") + pad;
}

function broken(input: { readonly items: readonly string[]; readonly indent: string }): string {
  const { items, indent } = input;
  return `\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}`;
}

/** Text in which every list stands on one line. */
function flatten(text: string): string {
  const open = text.indexOf(marks.wrapOpen);
  if (open === -1) return text;
  const close = closing({ text, open });
  return (
    text.slice(0, open) + flat(parts(text.slice(open + 1, close))) + flatten(text.slice(close + 1))
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
function parts(inside: string): { readonly pad: string; readonly items: readonly string[] } {
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
  const [pad = "", ...items] = pieces;
  return { pad, items };
}
