const units: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;

/**
 * Milliseconds of a duration in Go's writing, such as `20s`, `1m30s` or `1.5h` (time.ParseDuration). A negative one is none.
 *
 * @throws RangeError
 */
export function parseDuration(text: string): number {
  if (text === "0") return 0;
  const parts = [...text.matchAll(part)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== text) {
    throw new RangeError(`'${text}' is not a duration such as 20s or 1m30s`);
  }
  return parts.reduce(
    (sum, [, number = "", unit = ""]) => sum + Number(number) * (units[unit] ?? 0),
    0,
  );
}
