import { readsAsString } from "./resolve.js";

export type ScalarStyle = "plain" | "singleQuoted" | "doubleQuoted" | "literal";

/** Styles that the characters of a text allow, by the emitter's rules. */
interface Allowed {
  /** Has a line break of YAML 1.1: LF, or U+2028 and U+2029, which are printable too. */
  readonly multiline: boolean;
  readonly plain: boolean;
  readonly singleQuoted: boolean;
  readonly literal: boolean;
}

/** Text without anything that an indicator, a break, a blank at an end or a special character could hide in. */
const harmless =
  /^[A-Za-z0-9_/.](?:[A-Za-z0-9_/.,;()[\]{}'"+*=<> -]*[A-Za-z0-9_/.,;()[\]{}'"+*=<>-])?$/;

export function isBreak(char: number): boolean {
  return char === 0x0a || char === 0x2028 || char === 0x2029 || char === 0x0d || char === 0x85;
}

/** Whether the emitter writes the UTF-16 unit as it is; no character beyond the first plane counts. */
export function isPrintable(char: number): boolean {
  if (char < 0x7f) return char >= 0x20 || char === 0x0a;
  if (char < 0xa0) return false;
  if (char < 0xd800) return true;
  return char >= 0xe000 && char !== 0xfeff && char < 0xfffe;
}

/** Characters that start something else when they stand first. */
const leadingIndicators = "#,[]{}&*!|>'\"%@`";

function isBlank(char: number): boolean {
  return char === 0x20 || char === 0x09;
}

function analyse(text: string): Allowed {
  if (text === "" || harmless.test(text)) {
    // An empty text is no block scalar; it is quoted before styles are asked for.
    const dashes = text.startsWith("...");
    return { multiline: false, plain: !dashes, singleQuoted: true, literal: text !== "" };
  }
  const last = text.length - 1;
  let indicators = text.startsWith("---") || text.startsWith("...");
  let multiline = false;
  let special = false;
  let breakBeforeSpace = false;
  let spaceBeforeBreak = false;
  let previous = 0;
  for (let index = 0; index <= last; index++) {
    const char = text.charCodeAt(index);
    if (index === 0) indicators ||= leadingIndicators.includes(text[0] ?? "");
    // A colon before a blank is a key, a hash after one a comment, a leading `-` or `?` an entry.
    if (char === 0x3a || (index === 0 && (char === 0x2d || char === 0x3f))) {
      indicators ||= index === last || isBlank(text.charCodeAt(index + 1));
    } else if (char === 0x23 && index > 0) {
      indicators ||= isBlank(previous) || isBreak(previous) || previous === 0;
    }
    if (!isPrintable(char)) special = true;
    if (char === 0x20) {
      breakBeforeSpace ||= index > 0 && isBreak(previous);
    } else if (isBreak(char)) {
      multiline = true;
      spaceBeforeBreak ||= index > 0 && previous === 0x20;
    }
    previous = char;
  }
  const first = text.charCodeAt(0);
  const edges = first === 0x20 || previous === 0x20 || isBreak(first) || isBreak(previous);
  return {
    multiline,
    plain: !(indicators || edges || multiline || special),
    singleQuoted: !(breakBeforeSpace || spaceBeforeBreak || special),
    literal: !(previous === 0x20 || spaceBeforeBreak || special),
  };
}

/** Length in UTF-8 bytes of a text without lone surrogates. */
function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    // A surrogate pair is two units and four bytes.
    if (char >= 0x80) length += char >= 0x800 && (char < 0xd800 || char > 0xdfff) ? 2 : 1;
  }
  return length;
}

const longestSimpleKey = 128;

function styleOf(input: { readonly text: string; readonly allowed: Allowed }): ScalarStyle {
  const { text, allowed } = input;
  if (text.includes("\n")) return allowed.literal ? "literal" : "doubleQuoted";
  if (!readsAsString(text)) return "doubleQuoted";
  if (allowed.plain) return "plain";
  return allowed.singleQuoted ? "singleQuoted" : "doubleQuoted";
}

/** The style of a string value, by go-yaml's choice. */
export function planScalar(text: string): ScalarStyle {
  return styleOf({ text, allowed: analyse(text) });
}

/** The style of a key, and whether it stands before a colon instead of after `? `. */
export function planKey(text: string): { readonly style: ScalarStyle; readonly simple: boolean } {
  // go-yaml leaves this one plain, and reads it back as an instruction to merge.
  if (text === "<<") return { style: "doubleQuoted", simple: true };
  const allowed = analyse(text);
  return {
    style: styleOf({ text, allowed }),
    simple: !allowed.multiline && utf8Length(text) <= longestSimpleKey,
  };
}
