import { EvaluationError } from "../errors.js";
import { library } from "../types/signature.js";
import { Duration } from "../values/time.js";
import { Uint } from "../values/uint.js";

/** @throws EvaluationError beyond 64 bits */
export function int64(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new EvaluationError("integer overflow");
  return value;
}

/** @throws EvaluationError beyond 64 bits, and below 0 */
export function uint64(value: bigint): Uint {
  if (BigInt.asUintN(64, value) !== value) throw new EvaluationError("unsigned integer overflow");
  return new Uint(value);
}

function divisor(value: bigint): bigint {
  if (value === 0n) throw new EvaluationError("division by zero");
  return value;
}

function modulus(value: bigint): bigint {
  if (value === 0n) throw new EvaluationError("modulus by zero");
  return value;
}

/** `+ - * / %` and the sign. */
export const arithmetic = library({
  "_+_(int, int): int": (a, b) => int64(a + b),
  "_-_(int, int): int": (a, b) => int64(a - b),
  "_*_(int, int): int": (a, b) => int64(a * b),
  "_/_(int, int): int": (a, b) => int64(a / divisor(b)),
  "_%_(int, int): int": (a, b) => a % modulus(b),
  "-_(int): int": (a) => int64(-a),
  "_+_(uint, uint): uint": (a, b) => uint64(a.value + b.value),
  "_-_(uint, uint): uint": (a, b) => uint64(a.value - b.value),
  "_*_(uint, uint): uint": (a, b) => uint64(a.value * b.value),
  "_/_(uint, uint): uint": (a, b) => uint64(a.value / divisor(b.value)),
  "_%_(uint, uint): uint": (a, b) => uint64(a.value % modulus(b.value)),
  "_+_(double, double): double": (a, b) => a + b,
  "_-_(double, double): double": (a, b) => a - b,
  "_*_(double, double): double": (a, b) => a * b,
  "_/_(double, double): double": (a, b) => a / b,
  "-_(double): double": (a) => -a,
  "_+_(string, string): string": (a, b) => a + b,
  "_+_(bytes, bytes): bytes": (a, b) => Buffer.concat([a, b]),
  "_+_(list<A>, list<A>): list<A>": (a, b) => a.plus(b),
  "_+_(duration, duration): duration": (a, b) => new Duration(a.nanos + b.nanos),
  "_-_(duration, duration): duration": (a, b) => new Duration(a.nanos - b.nanos),
  "_+_(timestamp, duration): timestamp": (a, b) => a.plus(b.nanos),
  "_+_(duration, timestamp): timestamp": (a, b) => b.plus(a.nanos),
  "_-_(timestamp, duration): timestamp": (a, b) => a.plus(-b.nanos),
  "_-_(timestamp, timestamp): duration": (a, b) => new Duration(a.nanos - b.nanos),
});
