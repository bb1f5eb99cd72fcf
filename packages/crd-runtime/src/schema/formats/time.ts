// Dates, times and durations, as strfmt of kube-openapi reads them.

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
// The character before the fraction is any: the server's pattern does not escape its dot.
const timePattern = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})$/u;
const goDuration = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const goDurationPart = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const wordDuration = /(\d+)[\t\n\f\r ]*([A-Za-zµ]+)/g;

const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};
const maxNanoseconds = 2 ** 63;
const maxInt64 = 2n ** 63n - 1n;

/** Units that are written out in full; the last of each may have an ending: `seconds`. */
const shortUnits: ReadonlySet<string> = new Set([
  "ns",
  "us",
  "µs",
  "ms",
  "s",
  "m",
  "h",
  "hr",
  "d",
  "w",
  "wk",
]);
const longUnits = ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"];

/** `2006-01-02`, a day that exists. */
export function isDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return false;
  return Number(day) >= 1 && Number(day) <= daysOf(Number(year), monthNumber);
}

/** `2006-01-02T15:04:05Z`, with a fraction or an offset if wanted; hours to 23, minutes and seconds to 59. */
export function isDateTime(text: string): boolean {
  const [date = "", time] = text.toLowerCase().split("t");
  if (time === undefined || !isDate(date)) return false;
  const [, hours = "", minutes = "", seconds = ""] = timePattern.exec(time) ?? [];
  return hours !== "" && hours <= "23" && minutes <= "59" && seconds <= "59";
}

/** A duration of Go (`1h30m`), or numbers with units in words (`3 days`). */
export function isDuration(text: string): boolean {
  return isGoDuration(text) || isWordDuration(text);
}

function isGoDuration(text: string): boolean {
  if (/^[-+]?0$/.test(text)) return true;
  if (!goDuration.test(text)) return false;
  let total = 0;
  for (const [, amount = "", unit = ""] of text.matchAll(goDurationPart)) {
    total += Number(amount) * (nanoseconds[unit] ?? 0);
  }
  return total < maxNanoseconds;
}

function isWordDuration(text: string): boolean {
  let found = false;
  for (const [, amount = "", unit = ""] of text.matchAll(wordDuration)) {
    if (BigInt(amount) > maxInt64) return false;
    const lower = unit.toLowerCase();
    if (shortUnits.has(lower) || longUnits.some((long) => lower.startsWith(long))) found = true;
  }
  return found;
}

function daysOf(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
