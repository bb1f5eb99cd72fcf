import { noSuchOverload } from "../errors.js";
import { Duration, Timestamp } from "./time.js";
import { Uint } from "./uint.js";
import type { CelValue } from "./value.js";

/**
 * Which of two values comes first: -1, 0, 1; undefined where one of them is NaN.
 *
 * @throws EvaluationError when they are not of one ordered type, or numbers
 */
export function compare(left: CelValue, right: CelValue): number | undefined {
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right);
  if (left instanceof Timestamp && right instanceof Timestamp) {
    return sign(left.nanos, right.nanos);
  }
  if (left instanceof Duration && right instanceof Duration) return sign(left.nanos, right.nanos);
  const [one, other] = [numberOf(left), numberOf(right)];
  if (one === undefined || other === undefined) throw noSuchOverload();
  return typeof one === typeof other ? sign(one, other) : sign(Number(one), Number(other));
}

function numberOf(value: CelValue): bigint | number | undefined {
  if (value instanceof Uint) return value.value;
  return typeof value === "bigint" || typeof value === "number" ? value : undefined;
}

function sign(left: bigint | number, right: bigint | number): number | undefined {
  if (left < right) return -1;
  if (left > right) return 1;
  return left === right ? 0 : undefined;
}

/** Compares by code points, which is the order of the bytes in UTF-8; JavaScript's own order is by UTF-16. */
function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [left.charCodeAt(index), right.charCodeAt(index)];
    if (one !== other) return codePointRank(one) < codePointRank(other) ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}

/** Surrogates stand for what comes after all other code units. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
