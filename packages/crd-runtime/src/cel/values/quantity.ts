import { EvaluationError } from "../errors.js";

const nanosPerUnit = 1_000_000_000n;
const maxInt64 = 2n ** 63n - 1n;

/** What a suffix multiplies by: powers of ten or two. */
const suffixes: ReadonlyMap<string, { readonly base: 2 | 10; readonly exponent: number }> = new Map(
  [
    ["n", { base: 10, exponent: -9 }],
    ["u", { base: 10, exponent: -6 }],
    ["m", { base: 10, exponent: -3 }],
    ["", { base: 10, exponent: 0 }],
    ["k", { base: 10, exponent: 3 }],
    ["M", { base: 10, exponent: 6 }],
    ["G", { base: 10, exponent: 9 }],
    ["T", { base: 10, exponent: 12 }],
    ["P", { base: 10, exponent: 15 }],
    ["E", { base: 10, exponent: 18 }],
    ["Ki", { base: 2, exponent: 10 }],
    ["Mi", { base: 2, exponent: 20 }],
    ["Gi", { base: 2, exponent: 30 }],
    ["Ti", { base: 2, exponent: 40 }],
    ["Pi", { base: 2, exponent: 50 }],
    ["Ei", { base: 2, exponent: 60 }],
  ],
);

/** An integer and a power of ten, in which the API server keeps a quantity when it is small enough. */
interface Scaled {
  readonly value: bigint;
  readonly scale: number;
}

/**
 * A quantity of resources as k8s.io/apimachinery/pkg/api/resource has it: whether it is an integer depends on how it was
 * written, since long ones are kept in another way there.
 */
export class Quantity {
  /** The value in nanos. */
  readonly #nanos: bigint;
  readonly #scaled: Scaled | undefined;

  private constructor(input: { readonly nanos: bigint; readonly scaled: Scaled | undefined }) {
    this.#nanos = input.nanos;
    this.#scaled = input.scaled;
  }

  static ofInteger(value: bigint): Quantity {
    return new Quantity({ nanos: value * nanosPerUnit, scaled: { value, scale: 0 } });
  }

  /** Parses `1.5Gi`, `100m`, `1e3`; undefined for other texts. */
  static parse(text: string): Quantity | undefined {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?([eE][+-]?\d+|[A-Za-z]*)$/.exec(text);
    if (match === null) return undefined;
    const [, sign = "", whole = "", fraction = "", suffix = ""] = match;
    if (whole === "" && fraction === "") return undefined;
    const factor = /^[eE][+-]?\d/.test(suffix)
      ? ({ base: 10, exponent: Number(suffix.slice(1)) } as const)
      : suffixes.get(suffix);
    if (factor === undefined || Math.abs(factor.exponent) > 2 ** 31) return undefined;
    return quantityOf({ sign: sign === "-" ? -1n : 1n, whole, fraction, ...factor });
  }

  /** @internal of the function that parses */
  static make(input: { readonly nanos: bigint; readonly scaled: Scaled | undefined }): Quantity {
    return new Quantity(input);
  }

  /** The integer that it is, within int64; undefined otherwise. */
  integer(): bigint | undefined {
    if (this.#scaled === undefined || this.#scaled.scale < 0) return undefined;
    const { value, scale } = this.#scaled;
    const integer = value * 10n ** BigInt(scale);
    return BigInt.asIntN(64, integer) === integer ? integer : undefined;
  }

  /** @throws EvaluationError when it is none within int64 */
  asInteger(): bigint {
    const integer = this.integer();
    if (integer === undefined) throw new EvaluationError("cannot convert value to integer");
    return integer;
  }

  asApproximateFloat(): number {
    if (this.#scaled !== undefined) {
      const { value, scale } = this.#scaled;
      return scale < 0 ? Number(value) / 10 ** -scale : Number(value) * 10 ** scale;
    }
    return Number(this.#nanos) / 1e9;
  }

  sign(): bigint {
    if (this.#nanos === 0n) return 0n;
    return this.#nanos < 0n ? -1n : 1n;
  }

  compare(other: Quantity): number {
    if (this.#nanos === other.#nanos) return 0;
    return this.#nanos < other.#nanos ? -1 : 1;
  }

  plus(other: Quantity): Quantity {
    const nanos = this.#nanos + other.#nanos;
    const scaled =
      this.#scaled === undefined || other.#scaled === undefined
        ? undefined
        : sum(this.#scaled, other.#scaled);
    return new Quantity({ nanos, scaled });
  }

  minus(other: Quantity): Quantity {
    const scaled =
      other.#scaled === undefined
        ? undefined
        : { value: -other.#scaled.value, scale: other.#scaled.scale };
    return this.plus(new Quantity({ nanos: -other.#nanos, scaled }));
  }
}

/** The sum, where it fits int64 at the smaller of the scales. */
function sum(left: Scaled, right: Scaled): Scaled | undefined {
  if (left.value === 0n) return right;
  if (right.value === 0n) return left;
  const scale = Math.min(left.scale, right.scale);
  const at = (part: Scaled): bigint => part.value * 10n ** BigInt(part.scale - scale);
  const [one, other] = [at(left), at(right)];
  const value = one + other;
  const fits = [one, other, value].every((part) => BigInt.asIntN(64, part) === part);
  return fits ? { value, scale } : undefined;
}

/** Digits of int64 that are safe to multiply, as in apimachinery. */
const safeDigits = 18;

function quantityOf(input: {
  readonly sign: bigint;
  readonly whole: string;
  readonly fraction: string;
  readonly base: 2 | 10;
  readonly exponent: number;
}): Quantity | undefined {
  const { sign, base, exponent } = input;
  const whole = input.whole.replace(/^0+/, "") || "0";
  const { fraction } = input;
  const digits = BigInt(whole + fraction) * sign;
  // Beyond this everything is capped, or rounded up to a nano.
  const power = Math.min(Math.max(exponent, -64), 64);
  const numerator = digits * (base === 2 ? 2n ** BigInt(power) : 1n) * nanosPerUnit;
  const tens = (base === 10 ? power : 0) - fraction.length;
  const nanos =
    tens >= 0 ? numerator * 10n ** BigInt(tens) : awayFromZero(numerator, 10n ** BigInt(-tens));
  const limit = maxInt64 * nanosPerUnit;
  const scaled = smallForm({ digits, whole, fraction, base, exponent });
  if (scaled !== undefined) return Quantity.make({ nanos, scaled });
  const capped = nanos > limit ? limit : nanos < -limit ? -limit : nanos;
  return Quantity.make({ nanos: capped, scaled: undefined });
}

function smallForm(input: {
  readonly digits: bigint;
  readonly whole: string;
  readonly fraction: string;
  readonly base: 2 | 10;
  readonly exponent: number;
}): Scaled | undefined {
  const { digits, whole, fraction, base, exponent } = input;
  if (base === 2) {
    if (fraction !== "") return undefined;
    if (15 - whole.length - Math.trunc((exponent * 3) / 10) - 1 < 0) return undefined;
    return { value: digits * 2n ** BigInt(exponent), scale: 0 };
  }
  const scale = exponent - fraction.length;
  if (whole.length + fraction.length > safeDigits || scale < -9) return undefined;
  return { value: digits, scale };
}

/** Division that rounds away from zero. */
function awayFromZero(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  if (value % by === 0n) return quotient;
  return value < 0n ? quotient - 1n : quotient + 1n;
}
