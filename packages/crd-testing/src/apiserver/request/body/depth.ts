import { endOfString } from "./key-count.js";

/**
 * How deep a body may be nested. Go reads 10,000 levels; the limit is lower here, as what walks through an object must stay far
 * from the end of the stack: V8 ends the process when a regular expression is compiled too near to it.
 */
export const maxDepth = 1_000;

/** The same of YAML, whose parser and writer use more of the stack. */
export const maxYamlDepth = 250;

/** Nested deeper than is read. */
export class TooDeep extends Error {
  override readonly name = "TooDeep";
}

/** @throws TooDeep when the text of a JSON value is nested too deep; whether it is JSON is not looked at */
export function assertDepth(text: string): void {
  // Every level has two brackets.
  if (text.length <= 2 * maxDepth) return;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at) - 1;
    else if (code === brace || code === bracket) {
      if (++depth > maxDepth)
        throw new TooDeep(`invalid character '${text.charAt(at)}' exceeded max depth`);
    } else if (code === closingBrace || code === closingBracket) depth--;
  }
}

/** Whether YAML may be nested deeper than is read: by its brackets, which may be part of texts, and its indentation. */
export function isDeepYaml(text: string): boolean {
  if (text.length <= maxYamlDepth) return false;
  let depth = 0;
  let indent = 0;
  let isIndent = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline) {
      isIndent = true;
      indent = 0;
    } else if (isIndent && (code === space || code === dash || code === question)) indent++;
    else isIndent = false;
    if (code === brace || code === bracket) depth++;
    else if ((code === closingBrace || code === closingBracket) && depth > 0) depth--;
    if (depth + indent > maxYamlDepth) return true;
  }
  return false;
}

/** Whether a value is nested deeper than a limit. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((container) =>
      typeof container === "object" && container !== null
        ? Object.values(container).filter((member) => typeof member === "object" && member !== null)
        : [],
    );
  }
  return false;
}

const quote = 0x22;
const bracket = 0x5b;
const closingBracket = 0x5d;
const brace = 0x7b;
const closingBrace = 0x7d;
const newline = 0x0a;
const space = 0x20;
const dash = 0x2d;
const question = 0x3f;
