/** A double with so many digits after the point, of its exact value; halves are rounded to even. */
export function formatFixed(value: number, precision: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const power = Number(bits >> 52n);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = power === 0 ? fraction : fraction | (1n << 52n);
  const shift = Math.max(power, 1) - 1075;
  const scaled = mantissa * 10n ** BigInt(precision);
  const digits = (shift >= 0 ? scaled << BigInt(shift) : rounded(scaled, BigInt(-shift)))
    .toString()
    .padStart(precision + 1, "0");
  const whole = digits.slice(0, digits.length - precision);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return `${sign}${whole}${precision === 0 ? "" : `.${digits.slice(digits.length - precision)}`}`;
}

/** Divided by a power of two, halves to even. */
function rounded(value: bigint, shift: bigint): bigint {
  const quotient = value >> shift;
  const rest = value - (quotient << shift);
  const half = 1n << (shift - 1n);
  return rest > half || (rest === half && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** Parses a double as Go's strconv.ParseFloat does; undefined for other texts. */
export function parseDouble(text: string): number | undefined {
  const body = text.replace(/^[+-]/, "");
  const sign = text.startsWith("-") ? -1 : 1;
  if (/^(?:inf|infinity)$/i.test(body)) return sign * Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  const plain = body.replace(/(?<=[\da-fx])_(?=[\da-f])/gi, "");
  const size = /^0x/i.test(plain) ? parseHex(plain) : parseDecimal(plain);
  return size !== undefined && Number.isFinite(size) ? sign * size : undefined;
}

function parseDecimal(text: string): number | undefined {
  return /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function parseHex(text: string): number | undefined {
  const match = /^0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i.exec(text);
  const [, whole = "", fraction = "", power = ""] = match ?? [];
  if (whole === "" && fraction === "") return undefined;
  return Number(BigInt(`0x${whole}${fraction}`)) * 2 ** (Number(power) - 4 * fraction.length);
}
