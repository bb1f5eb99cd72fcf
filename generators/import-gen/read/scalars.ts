import { isInexact } from "../../model/index.js";

/** An integer as written in decimal; a bigint where a number would change it, so that what is read is written again. */
export function decimalInteger(text: string): number | bigint {
  const digits = text.replace(/^\+/, "");
  return isInexact(digits) && !Number.isSafeInteger(Number(digits))
    ? BigInt(digits)
    : Number(digits);
}

/** A number with an exponent; one that is too large for Go is a text there: `9e07380`, which begins a digest. */
export function exponential(text: string): number | string {
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

const oldTrue = /^(?:y|Y|yes|Yes|YES|on|On|ON)$/;
const oldFalse = /^(?:n|N|no|No|NO|off|Off|OFF)$/;

/** A boolean of YAML 1.1, which kubectl reads, and a text in YAML 1.2; undefined where it is neither. */
export function oldBoolean(text: string): boolean | undefined {
  if (text.length > 3) return undefined;
  if (oldTrue.test(text)) return true;
  return oldFalse.test(text) ? false : undefined;
}
