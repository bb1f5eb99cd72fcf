/** A double as Go's strconv.FormatFloat(x, 'g', -1, 64) writes it: `1.5`, `1e+20`, `2e+06`, `1e-06`. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [, mantissa = "", power = "0"] = /^(.*)e(.*)$/.exec(value.toExponential()) ?? [];
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 6) {
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  return String(value);
}

/** Parses a double as Go's strconv.ParseFloat does; undefined for other texts. */
export function parseDouble(text: string): number | undefined {
  const body = text.replace(/^[+-]/, "");
  const sign = text.startsWith("-") ? -1 : 1;
  if (/^(?:inf|infinity)$/i.test(body)) return sign * Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(text)) return Number.NaN;
  if (/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(body)) {
    const value = sign * Number(body);
    return Number.isFinite(value) ? value : undefined;
  }
  return undefined;
}
