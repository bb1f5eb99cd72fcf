const oldBreak = /[\u0085\u2028\u2029]/;
const blockHeader = /(?:^|[:?-] +)(?:[&!]\S+ +)*[|>][-+]?([1-9]?)[-+]?[ \t]*(?: #.*)?$/;

const chomping = /([|>])[-+]?([1-9]?)[-+]?([ \t]*(?: #.*)?)$/;

/** A block scalar that lines may belong to. */
interface Block {
  /** Characters before the key or the dash that it is a value of. */
  readonly outer: number;
  /** Blanks before its lines; the first line says it where its head does not. */
  readonly indent: number | undefined;
  /** Index of the line that it begins in. */
  readonly head: number;
}

/**
 * A text with U+2028 and U+2029 as characters like any other, which they are in YAML 1.2. Go reads and writes YAML 1.1, where they end
 * a line: what follows in a scalar is indented, and that indentation is none of the scalar. A block that ends with one of them ends in
 * the middle of a line of 1.2, which becomes two. U+0085 ends a line there, too, and is a line feed in what is read.
 */
export function withoutOldBreaks(text: string): string {
  if (!oldBreak.test(text)) return text;
  const made: string[] = [];
  const left = text.replaceAll("\u0085", "\n").split("\n").reverse();
  let block: Block | undefined;
  for (let line = left.pop(); line !== undefined; line = left.pop()) {
    const [, breaks = "", blanks = "", rest = ""] = /^([\u2028\u2029]*)( *)(.*)$/s.exec(line) ?? [];
    if (block !== undefined && (rest.trim() === "" || blanks.length > block.outer)) {
      if (rest.trim() === "" && breaks === "") {
        made.push(line);
        continue;
      }
      const indent = block.indent ?? blanks.length;
      const inner = `${blanks}${rest}`.slice(Math.min(indent, blanks.length));
      const ended = endOfBlock({ text: inner, indent });
      const kept = (ended?.before ?? inner).replace(indentation(indent), "$1");
      made.push(`${" ".repeat(indent)}${breaks}${kept}`);
      block = { ...block, indent };
      const isLast = left.length === 0 && /[\u2028\u2029]$/.test(`${breaks}${kept}`);
      if (ended === undefined && !isLast) continue;
      if (ended !== undefined) left.push(ended.after);
      // Its last line break is in its text already.
      made[block.head] = withoutLastBreak(made[block.head]);
      block = undefined;
      continue;
    }
    if (block !== undefined && breaks !== "") {
      made.push(`${" ".repeat(block.indent ?? 0)}${breaks}`);
      made[block.head] = withoutLastBreak(made[block.head]);
      block = undefined;
      left.push(`${blanks}${rest}`);
      continue;
    }
    made.push(line.replace(/[ \t]*([\u2028\u2029]+)[ \t]*/g, "$1"));
    block = blockAt({ line, head: made.length - 1 });
  }
  return made.join("\n");
}

/** The head of a block whose lines all end in its text. */
function withoutLastBreak(head = ""): string {
  return head.replace(chomping, "$1$2-$3");
}

/** Behind a line break, the indentation of a block. */
function indentation(indent: number): RegExp {
  return new RegExp(`([\\u2028\\u2029]) {0,${indent}}`, "g");
}

/** Where a line within a line is not indented as the block is: it belongs to what follows. */
function endOfBlock(input: {
  readonly text: string;
  readonly indent: number;
}): { readonly before: string; readonly after: string } | undefined {
  const { text, indent } = input;
  const found = new RegExp(`[\\u2028\\u2029](?! {${indent}})(?=[^\\u2028\\u2029])`).exec(text);
  if (found === null) return undefined;
  return { before: text.slice(0, found.index + 1), after: text.slice(found.index + 1) };
}

function blockAt(input: { readonly line: string; readonly head: number }): Block | undefined {
  const { line, head } = input;
  const digits = blockHeader.exec(line)?.[1];
  if (digits === undefined) return undefined;
  const [start = ""] = /^ *(?:[-?:] +)*/.exec(line) ?? [];
  const hasKey = !/^[|>&!]/.test(line.slice(start.length));
  const outer = hasKey ? start.length : start.trimEnd().length - 1;
  const indent = digits === "" ? undefined : Math.max(outer, 0) + Number(digits);
  return { outer, indent, head };
}
