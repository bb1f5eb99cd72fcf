// How Go prints values in the texts of the API server: strconv.Quote, fmt's %v and encoding/json.

const namedEscapes: ReadonlyMap<number, string> = new Map([
  [0x07, "\\a"],
  [0x08, "\\b"],
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0b, "\\v"],
  [0x0c, "\\f"],
  [0x0d, "\\r"],
  [0x22, '\\"'],
  [0x5c, "\\\\"],
]);
const plain = /^[ !#-[\]-~]*$/;
// unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space.
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);

/** A string in double quotes, as strconv.Quote writes it. */
export function goQuote(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  let quoted = '"';
  for (const character of text) quoted += quotedCharacter(character);
  return `${quoted}"`;
}

/** Whether Go's unicode.IsPrint says so of a character. */
export function isPrintable(character: string): boolean {
  return printable.test(character);
}

/** A float64 as fmt prints it with %v: the shortest form, with an exponent from 1e+06 on and below 1e-4. */
export function goFloat(value: number): string {
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return decimal(value);
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
}

/** A float64 without exponent: strconv.FormatFloat(value, 'f', -1, 64). */
export function decimal(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  const sign = value < 0 ? "-" : "";
  const [digits = "", power = "0"] = Math.abs(value).toExponential().split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const exponent = Number(power);
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(exponent, "0")}`;
}

/** A number that Go decodes as int64 rather than float64. */
export function isInt64(value: unknown): value is bigint | number {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return typeof value === "bigint" && value >= minInt64 && value <= maxInt64;
}

/** A number as fmt prints it with %v. */
export function goNumber(value: bigint | number): string {
  return isInt64(value) ? String(value) : goFloat(Number(value));
}

/** JSON as Go's encoding/json writes it: members sorted, `<`, `>` and `&` escaped. */
export function goJson(value: unknown): string {
  if (typeof value === "string") return jsonString(value);
  if (typeof value === "bigint")
    return isInt64(value) ? String(value) : JSON.stringify(Number(value));
  if (Array.isArray(value)) return `[${value.map(goJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareUtf8(a, b));
  return `{${members.map(([name, member]) => `${jsonString(name)}:${goJson(member)}`).join(",")}}`;
}

/** Order of two strings by their UTF-8 bytes, which is Go's. */
export function compareUtf8(a: string, b: string): number {
  if (plain.test(a) && plain.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function quotedCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const named = namedEscapes.get(code);
  if (named !== undefined) return named;
  if (isPrintable(character)) return character;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  // Half a surrogate pair has no UTF-8: Go reads it as U+FFFD.
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}
