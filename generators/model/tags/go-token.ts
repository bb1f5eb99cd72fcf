/** A place in a text. */
export interface TextPlace {
  readonly text: string;
  readonly at: number;
}

/** A word of a marker, as Go's text/scanner cuts a text into words. */
export interface GoToken {
  /** `character` is any that stands for itself: `{`, `-`; a digit, too, where numbers are not looked for. */
  readonly kind: "end" | "identifier" | "integer" | "float" | "string" | "character";
  readonly at: number;
  readonly end: number;
  /** What Go says is wrong in it. */
  readonly problem?: string;
}

const identifier = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
/** What is read as one number, whether it is one or not. */
const hexadecimal = /0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?/y;
const numeral = /(?:0[oObB])?[\d_]*(?:\.[\d_]*)?(?:[eEpP][+-]?[\d_]*)?/y;

const digits = "\\d(?:_?\\d)*";
const hexDigits = "[\\da-fA-F](?:_?[\\da-fA-F])*";
const integer =
  /^(?:0(?:_?[0-7])*|[1-9](?:_?\d)*|0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+)$/;
const float = new RegExp(
  `^(?:(?:${digits}\\.(?:${digits})?|\\.${digits})(?:[eE][+-]?${digits})?|${digits}[eE][+-]?${digits}` +
    `|0[xX]_?(?:${hexDigits}\\.?|(?:${hexDigits})?\\.${hexDigits})[pP][+-]?${digits})$`,
);

/** The word at a place, behind blanks. */
export function goToken(input: TextPlace & { readonly numbers: "found" | "ignored" }): GoToken {
  const { text, numbers } = input;
  const at = skipBlanks(input);
  const first = text[at];
  if (first === undefined) return { kind: "end", at, end: at };
  if (first === '"' || first === "`") return stringToken({ text, at });
  if (",;{}:-".includes(first)) return { kind: "character", at, end: at + 1 };
  const name = matchAt(identifier, { text, at });
  if (name !== undefined) return { kind: "identifier", at, end: at + name.length };
  if (numbers === "found" && /^\.?\d/.test(text.slice(at, at + 2)))
    return numberToken({ text, at });
  return { kind: "character", at, end: at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) };
}

export function skipBlanks({ text, at }: TextPlace): number {
  let next = at;
  while (text[next] === " " || text[next] === "\t") {
    next++;
  }
  return next;
}

function numberToken({ text, at }: TextPlace): GoToken {
  const found = matchAt(hexadecimal, { text, at }) ?? matchAt(numeral, { text, at }) ?? "";
  const end = at + found.length;
  const isFloat = /^0[xX]/.test(found) ? /[.pP]/.test(found) : /[.eEpP]/.test(found);
  const kind = isFloat ? "float" : "integer";
  return (isFloat ? float : integer).test(found)
    ? { kind, at, end }
    : { kind, at, end, problem: `'${found}' is no number` };
}

function stringToken({ text, at }: TextPlace): GoToken {
  const quote = text[at];
  let end = at + 1;
  while (end < text.length && text[end] !== quote) {
    end += quote === '"' && text[end] === "\\" ? 2 : 1;
  }
  if (end < text.length) return { kind: "string", at, end: end + 1 };
  const problem = `the string that begins with ${quote} does not end`;
  return { kind: "string", at, end: text.length, problem };
}

function matchAt(pattern: RegExp, { text, at }: TextPlace): string | undefined {
  // Where the last match ended is no matter.
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
