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
  ternary: { mark: "c", between: " ? " },
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

/** Lays out every marked list, outermost first. A list never spans lines before that, and most lines have none. */
export function layOut(body: string): string {
  let out = "";
  let from = 0;
  let at = body.indexOf(marks.wrapOpen);
  while (at !== -1) {
    const start = body.lastIndexOf("\n", at) + 1;
    const next = body.indexOf("\n", at);
    const end = next === -1 ? body.length : next;
    out += body.slice(from, start) + layOutLine(body.slice(start, end));
    from = end;
    at = body.indexOf(marks.wrapOpen, from);
  }
  return out + body.slice(from);
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

interface OpenList {
  readonly kind: ListKind;
  readonly pad: string;
  count: number;
}

/** Text in which every list stands on one line. Each line passes here, so it is one loop. */
function flatten(text: string): string {
  const open: OpenList[] = [];
  let out = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < firstMark || code > lastMark) continue;
    const list = open.at(-1);
    // Between the mark that opens a list and its first item stand its kind and padding.
    if (list === undefined || list.count > 0) out += text.slice(from, at);
    from = at + 1;
    if (code === firstMark) {
      const head = text.slice(from, nextMark(text, from));
      open.push({ kind: kindOf(head), pad: head.slice(1), count: 0 });
    } else if (list !== undefined && code === lastMark) {
      out += endFlat(list);
      open.pop();
    } else if (list !== undefined) {
      out += separatorFlat(list);
      list.count++;
    }
  }
  return out + text.slice(from);
}

const firstMark = marks.wrapOpen.charCodeAt(0);
const lastMark = marks.wrapClose.charCodeAt(0);

function nextMark(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) < firstMark || text.charCodeAt(at) > lastMark) at++;
  return at;
}

function separatorFlat({ kind, pad, count }: OpenList): string {
  if (count === 0) return kind === "object" ? "{ " : pad;
  return kind === "ternary" && count === 2 ? " : " : listKinds[kind].between;
}

function endFlat({ kind, pad, count }: OpenList): string {
  if (kind === "object") return count === 0 ? "{}" : " }";
  return count === 0 ? "" : pad;
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
      // One type is no union, however long it is.
      return items.length === 1
        ? items.join()
        : items.map((item) => `| ${item}`).join(`\n${indent}`);
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
  return { kind: kindOf(head), pad: head.slice(1), items };
}

const kindsByMark: ReadonlyMap<string, ListKind> = new Map(
  Object.keys(listKinds)
    .filter(isListKind)
    .map((kind) => [listKinds[kind].mark, kind]),
);

function kindOf(head: string): ListKind {
  return kindsByMark.get(head.charAt(0)) ?? "list";
}
