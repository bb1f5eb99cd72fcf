import { maxColumns } from "./doc.js";
import { marks } from "./marks.js";

/** What a list is, which says how it stands on one line and how on several. */
export const listKinds = {
  /** Arguments, array elements: `(a, b)`; one a line with a comma behind each. */
  list: { mark: "l", between: ", " },
  /** `{ a, b }`, with its braces. */
  object: { mark: "o", between: ", " },
  /** Type arguments: as a list, without the last comma. */
  types: { mark: "t", between: ", " },
  /** `a | b`; one a line behind a bar. */
  union: { mark: "u", between: " | " },
  /** `a ? b : c` of three items. */
  ternary: { mark: "c", between: undefined },
  /** `a = b` of two items; broken behind the sign only when breaking `b` inside is not enough. */
  assignment: { mark: "a", between: " = " },
} as const;

export type ListKind = keyof typeof listKinds;

export function isListKind(value: unknown): value is ListKind {
  return typeof value === "string" && Object.hasOwn(listKinds, value);
}

interface List {
  readonly kind: ListKind;
  /** Inside the brackets when on one line. */
  readonly pad: string;
  readonly items: readonly string[];
}

/** Marks a list that stands on one line when it fits, and one item a line when it does not. */
export function wrapMark({ kind, pad, items }: List): string {
  const marked = items.map((item) => marks.wrapItem + item).join("");
  return marks.wrapOpen + listKinds[kind].mark + pad + marked + marks.wrapClose;
}

/** Lays out every marked list, outermost first. A list never spans lines before that. */
export function layOut(body: string): string {
  return body.replace(/^.*\uFDD2.*$/gm, layOutLine);
}

function layOutLine(line: string): string {
  const open = line.indexOf(marks.wrapOpen);
  if (open === -1) return line;
  const onOneLine = flatten(line);
  if (onOneLine.length <= maxColumns) return onOneLine;
  const close = closing({ text: line, open });
  const list = parse(line.slice(open + 1, close));
  const around = { before: line.slice(0, open), after: line.slice(close + 1) };
  const indent = /^ */.exec(line)?.[0] ?? "";
  if (list.kind === "assignment") {
    const inside = layOutLines(around.before + list.items.join(" = ") + around.after);
    if (inside.split("\n").every((each) => each.length <= maxColumns)) return inside;
  }
  return layOutLines(around.before + broken({ list, indent }) + around.after);
}

function layOutLines(text: string): string {
  return text.split("\n").map(layOutLine).join("\n");
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

function flat({ kind, pad, items }: List): string {
  if (items.length === 0) return kind === "object" ? "{}" : "";
  const texts = items.map(flatten);
  if (kind === "object") return `{ ${texts.join(", ")} }`;
  if (kind === "ternary") return `${texts[0]} ? ${texts[1]} : ${texts[2]}`;
  return pad + texts.join(listKinds[kind].between) + pad;
}

function broken(input: { readonly list: List; readonly indent: string }): string {
  const { kind, items } = input.list;
  const { indent } = input;
  const deeper = `\n${indent}  `;
  if (items.length === 0) return kind === "object" ? "{}" : "";
  switch (kind) {
    case "list":
      return `${deeper}${items.join(`,${deeper}`)},\n${indent}`;
    case "object":
      return `{${deeper}${items.join(`,${deeper}`)},\n${indent}}`;
    case "types":
      return `${deeper}${items.join(`,${deeper}`)}\n${indent}`;
    case "union":
      return items.map((item) => `| ${item}`).join(`\n${indent}`);
    case "ternary":
      return `${items[0]}${deeper}? ${items[1]}${deeper}: ${items[2]}`;
    case "assignment":
      return items.join(` =${deeper}`);
  }
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
  const [head = "", ...items] = pieces;
  const kinds = Object.keys(listKinds).filter(isListKind);
  const kind = kinds.find((name) => listKinds[name].mark === head[0]) ?? "list";
  return { kind, pad: head.slice(1), items };
}
