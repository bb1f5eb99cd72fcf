import { isTimestamp } from "./timestamp.js";

/** Plain words that YAML 1.1 reads as a boolean, null, a float or a merge key. */
const words: ReadonlySet<string> = new Set(
  [
    ["", "~", "null", "Null", "NULL"],
    ["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"],
    ["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"],
    [".nan", ".NaN", ".NAN"],
    [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"],
  ].flat(),
);

const firstOfSpecial = /^[-+.0-9~yYnNtTfFoO]/;
/** Text that starts with a point keeps Go's rule for underscores: only between digits. */
const pointFloat = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;
const decimalFloat = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const sexagesimal = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const integer =
  /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;
const signedBinary = /^0b[-+]([01]+)$/;

const largestSigned = 2n ** 63n - 1n;
const largestUnsigned = 2n ** 64n - 1n;

/** An integer literal of Go, with its base prefix, within 64 bits. Decimals beyond are floats, so they count too. */
function isInteger(text: string): boolean {
  const [, sign, hex, binary, octal, oldOctal, decimal] = integer.exec(text) ?? [];
  if (sign === undefined) return false;
  if (decimal !== undefined) return true;
  const magnitude =
    hex !== undefined
      ? BigInt(`0x${hex}`)
      : binary !== undefined
        ? BigInt(`0b${binary}`)
        : BigInt(`0o${octal ?? oldOctal}`);
  if (sign === "-") return magnitude <= largestSigned + 1n;
  if (sign === "+") return magnitude <= largestSigned;
  return magnitude <= largestUnsigned;
}

function isFloat(input: { readonly text: string; readonly form: RegExp }): boolean {
  // What overflows a float stays a string.
  return input.form.test(input.text) && Number.isFinite(Number(input.text.replaceAll("_", "")));
}

/** `0b+101`: go-yaml parses what follows the prefix with a sign of its own. */
function isSignedBinary(text: string): boolean {
  const [, digits] = signedBinary.exec(text) ?? [];
  if (digits === undefined) return false;
  const magnitude = BigInt(`0b${digits}`);
  return magnitude <= (text[2] === "-" ? largestSigned + 1n : largestSigned);
}

/**
 * Whether an unquoted scalar reads back as this very string: it looks like no number, boolean, null,
 * timestamp or base-60 float of YAML 1.1, in go-yaml's understanding of them.
 */
export function readsAsString(text: string): boolean {
  if (text === "") return false;
  if (!firstOfSpecial.test(text)) return true;
  if (words.has(text)) return false;
  const first = text.charCodeAt(0);
  if (first === 0x2e) return !isFloat({ text, form: pointFloat });
  const numeric = first === 0x2b || first === 0x2d || (first >= 0x30 && first <= 0x39);
  if (!numeric) return true;
  if (sexagesimal.test(text) || isTimestamp(text)) return false;
  const plain = text.replaceAll("_", "");
  return (
    !isInteger(plain) && !isFloat({ text: plain, form: decimalFloat }) && !isSignedBinary(plain)
  );
}
