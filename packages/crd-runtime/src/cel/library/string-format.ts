import { goFloat, goQuote } from "../../schema/text/go.js";
import { EvaluationError } from "../errors.js";
import { formatFixed } from "../values/go-number.js";
import { CelList } from "../values/list.js";
import { CelMap } from "../values/map.js";
import { Duration, Timestamp } from "../values/time.js";
import { typeNameOf } from "../values/type-of.js";
import { TypeValue } from "../values/type-value.js";
import { Uint } from "../values/uint.js";
import type { CelValue } from "../values/value.js";

const defaultPrecision = 6;
/** More digits than a process should print. */
const maxPrecision = 10_000;

/** A clause: `%s`, `%.2f`; anything else after a `%` is an error. */
const clause = /%(?:%|(?:\.(\d+))?([sdfebxXo])|)/g;

/** Letters of the clauses of a format, in order; undefined when it is not well-formed. */
export function clausesOf(format: string): readonly string[] | undefined {
  const clauses: string[] = [];
  for (const [text, , letter] of format.matchAll(clause)) {
    if (text === "%%") continue;
    if (letter === undefined) return undefined;
    clauses.push(letter);
  }
  return clauses;
}

/**
 * `format.format(args)`.
 *
 * @throws EvaluationError when the format is not well-formed, or an argument is missing or does not fit its clause
 */
export function formatString(format: string, args: CelList): string {
  let next = 0;
  return format.replace(clause, (text, precision?: string, letter?: string) => {
    if (text === "%%") return "%";
    if (letter === undefined) throw new EvaluationError("unrecognized formatting clause");
    const value = args.find(next);
    if (value === undefined) throw new EvaluationError(`index ${next} out of range`);
    next += 1;
    const digits = precision === undefined ? defaultPrecision : Number(precision);
    if (digits > maxPrecision) throw new EvaluationError("precision too large");
    return formatClause({ letter, value, precision: digits });
  });
}

function formatClause(input: {
  readonly letter: string;
  readonly value: CelValue;
  readonly precision: number;
}): string {
  const { letter, value, precision } = input;
  switch (letter) {
    case "s":
      return textOf(value);
    case "d":
      return String(integerOf(value));
    case "f":
      return fixed(doubleOf(value), precision);
    case "e":
      return scientific(doubleOf(value), precision);
    case "b":
      return typeof value === "boolean" ? String(Number(value)) : integerOf(value).toString(2);
    case "o":
      return integerOf(value).toString(8);
    case "x":
      return hex(value);
    default:
      return hex(value).toUpperCase();
  }
}

function refused(value: CelValue): EvaluationError {
  return new EvaluationError(
    `error during formatting: the clause cannot be used on ${typeNameOf(value)}`,
  );
}

function integerOf(value: CelValue): bigint {
  if (typeof value === "bigint") return value;
  if (value instanceof Uint) return value.value;
  throw refused(value);
}

function doubleOf(value: CelValue): number {
  if (typeof value === "number") return value;
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
  throw refused(value);
}

function hex(value: CelValue): string {
  if (typeof value === "string") return Buffer.from(value).toString("hex");
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return integerOf(value).toString(16);
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? "∞" : "-∞";
}

/** Digits as golang.org/x/text prints them in English: grouped by thousands. */
function fixed(value: number, precision: number): string {
  const known = special(value);
  if (known !== undefined) return known;
  // Zero has no sign there.
  const [whole = "", fraction] = formatFixed(value + 0, precision).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** cel-go takes the precision for a width: there are six digits always. */
function scientific(value: number, width: number): string {
  const known = special(value);
  if (known !== undefined) return known;
  const [mantissa = "", power = "0"] = value.toExponential(defaultPrecision).split("e");
  const exponent = Number(power);
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  const raised = [...digits].map((digit) => superscripts[Number(digit)]).join("");
  return `${mantissa}×10${exponent < 0 ? "⁻" : ""}${raised}`.padStart(width);
}

function textOf(value: CelValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return goFloat(value);
  if (typeof value === "bigint" || typeof value === "boolean" || value === null)
    return String(value);
  if (value instanceof Uint) return String(value.value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (value instanceof Timestamp || value instanceof Duration) return value.toString();
  if (value instanceof TypeValue) return value.name;
  if (value instanceof CelList) return `[${value.values().map(memberText).join(", ")}]`;
  if (value instanceof CelMap) {
    const members = value
      .keys()
      .map((key) => `${memberText(key)}:${memberText(value.get(key))}`)
      .sort();
    return `{${members.join(", ")}}`;
  }
  throw refused(value);
}

/** A member of a list or a map: strings are quoted, doubles have six digits. */
function memberText(value: CelValue): string {
  if (typeof value === "string") return goQuote(value);
  if (value instanceof Uint8Array) return `b${goQuote(Buffer.from(value).toString("utf8"))}`;
  if (typeof value === "number") {
    return Number.isFinite(value) ? formatFixed(value, defaultPrecision) : goQuote(goFloat(value));
  }
  if (value instanceof Timestamp) return `timestamp(${goQuote(value.toString())})`;
  if (value instanceof Duration) return `duration(${goQuote(value.toString())})`;
  return textOf(value);
}
