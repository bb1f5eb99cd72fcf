// Texts as Go writes them: they are identities in a FieldsV1 and words in the server's messages.

/** Control characters that Go's quotes know by letter. */
const goEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
]);

/** What `%q` must escape: quotes, backslashes, and what `unicode.IsPrint` does not know. */
const unprintable = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

/** Quotes a text as Go's `%q` does. */
export function goQuote(text: string): string {
  return `"${text.replace(unprintable, escapeForGo)}"`;
}

function escapeForGo(character: string): string {
  const known = goEscapes.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}

/** A float64 as Go's `%v` writes it: `80`, `1.5`, `1e+06`, `1e-07`. */
export function goFloat(value: number): string {
  const exponential = value.toExponential();
  const at = exponential.indexOf("e");
  const power = Number(exponential.slice(at + 1));
  if (power >= -4 && power < 6) return String(value);
  return `${exponential.slice(0, at)}e${twoDigitPower(power)}`;
}

/** Go writes exponents with two digits at least. */
function twoDigitPower(power: number): string {
  return `${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** A JSON value as the server writes it into a path element: keys sorted, `<`, `>` and `&` escaped. */
export function elementJSON(value: unknown): string {
  switch (typeof value) {
    case "string":
      return elementString(value);
    case "number":
      return elementNumber(value);
    case "object":
      break;
    default:
      return String(value);
  }
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(elementJSON).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, member]) => `${elementString(name)}:${elementJSON(member)}`);
  return `{${members.join(",")}}`;
}

/** Characters that need no escape in any of the ways in which the server writes strings. */
const plain = /^[ !#-%'-;=?-[\]-~]*$/;

/** A JSON string as json-iterator writes values: `<`, `>`, `&` and the line separators escaped. */
export function elementString(text: string): string {
  return plain.test(text)
    ? `"${text}"`
    : quoteJSON({ text, pattern: /[\p{Cc}"\\<>&\u2028\u2029]/gu });
}

/** A JSON string as json-iterator writes the names of members. */
export function elementName(text: string): string {
  return plain.test(text) ? `"${text}"` : quoteJSON({ text, pattern: /[\p{Cc}"\\]/gu });
}

function quoteJSON(input: { readonly text: string; readonly pattern: RegExp }): string {
  return `"${input.text.replace(input.pattern, escapeForJSON)}"`;
}

function escapeForJSON(character: string): string {
  switch (character) {
    case '"':
    case "\\":
      return `\\${character}`;
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default:
      return isDelete(character) ? character : `\\u${hex(character.charCodeAt(0), 4)}`;
  }
}

/** DEL and the controls behind it are not escaped. */
function isDelete(character: string): boolean {
  return character >= "\x7f" && character <= "\x9f";
}

function elementNumber(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-6 && size < 1e21)) return String(value);
  const [digits, power] = value.toExponential().split("e");
  return `${digits}e${twoDigitPower(Number(power))}`;
}

/** Compares texts by their UTF-8 bytes, as Go does, which is by code points; negative, zero or positive. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates, which stand for the highest code points, below U+E000 to U+FFFF. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
