const smallest = -(2n ** 63n);
const largest = 2n ** 64n - 1n;

/** Shortest text of a float as Go's `strconv.FormatFloat(f, 'g', -1, 64)` prints it. */
function floatText(value: number): string {
  const scientific = value.toExponential();
  const at = scientific.indexOf("e");
  const exponent = Number(scientific.slice(at + 1));
  if (exponent >= -4 && exponent < 6) return String(value);
  const sign = exponent < 0 ? "-" : "+";
  return `${scientific.slice(0, at)}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/**
 * A number as sigs.k8s.io/yaml prints it: digits for what fits 64 bits, else the shortest float.
 *
 * @throws RangeError for NaN and the infinities, which JSON does not have
 */
export function numberText(value: number | bigint): string {
  if (typeof value === "bigint") {
    return value >= smallest && value <= largest ? String(value) : floatText(Number(value));
  }
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
  if (!Number.isInteger(value)) return floatText(value);
  if (Number.isSafeInteger(value)) return String(value);
  // From 1e21 on JSON has an exponent; below it the decimal text decides, zeros included.
  if (Math.abs(value) >= 1e21) return floatText(value);
  return numberText(BigInt(String(value)));
}
