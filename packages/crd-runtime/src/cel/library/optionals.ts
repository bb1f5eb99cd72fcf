import { EvaluationError } from "../errors.js";
import { library } from "../types/signature.js";
import { CelList, ValueList } from "../values/list.js";
import { CelMap } from "../values/map.js";
import { Optional } from "../values/optional.js";
import { Duration } from "../values/time.js";
import { Uint } from "../values/uint.js";
import type { CelValue } from "../values/value.js";

/** What counts as nothing for `optional.ofNonZeroValue`. */
function isZero(value: CelValue): boolean {
  if (value === null || value === false || value === "" || value === 0 || value === 0n) return true;
  if (value instanceof CelList || value instanceof CelMap) return value.size === 0;
  if (value instanceof Uint) return value.value === 0n;
  if (value instanceof Uint8Array) return value.length === 0;
  if (value instanceof Duration) return value.nanos === 0n;
  return value instanceof Optional && !value.hasValue;
}

function unwrap(list: CelList): CelList {
  return new ValueList(
    list.values().flatMap((value) => {
      if (!(value instanceof Optional)) throw new EvaluationError("value is not optional");
      return value.hasValue ? [value.value()] : [];
    }),
  );
}

/** A missing member of an optional is none; so is a member of none. */
export function optionalMember(operand: CelValue, key: CelValue): Optional {
  if (operand instanceof Optional) {
    const inner = operand.get();
    return inner === undefined ? Optional.none : optionalMember(inner, key);
  }
  if (operand instanceof CelMap) return Optional.from(operand.find(key));
  if (operand instanceof CelList && typeof key === "bigint") {
    return Optional.from(operand.find(Number(key)));
  }
  throw new EvaluationError("no such overload");
}

/** Optional values; `or` and `orValue` do not evaluate what they need not, and are made in the plan. */
export const optionals = library({
  "optional.of(A): optional<A>": (value) => Optional.of(value),
  "optional.none(): optional<A>": () => Optional.none,
  "optional.ofNonZeroValue(A): optional<A>": (value) =>
    isZero(value) ? Optional.none : Optional.of(value),
  "optional.unwrap(list<optional<A>>): list<A>": unwrap,
  "list<optional<A>>.unwrapOpt(): list<A>": unwrap,
  "optional<A>.hasValue(): bool": (optional) => optional.hasValue,
  "optional<A>.value(): A": (optional) => optional.value(),
  "optional<A>.or(optional<A>): optional<A>": (optional, other) =>
    optional.hasValue ? optional : other,
  "optional<A>.orValue(A): A": (optional, other) => (optional.hasValue ? optional.value() : other),
  "_[?_](list<A>, int): optional<A>": optionalMember,
  "_[?_](optional<list<A>>, int): optional<A>": optionalMember,
  "_[?_](map<A,B>, A): optional<B>": optionalMember,
  "_[?_](optional<map<A,B>>, A): optional<B>": optionalMember,
  "_[_](optional<list<A>>, int): optional<A>": optionalMember,
  "_[_](optional<map<A,B>>, A): optional<B>": optionalMember,
});
