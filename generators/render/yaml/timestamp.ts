const date = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})/;
const zoned =
  /^[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(?:Z|[-+]([0-9]{2}):([0-9]{2}))$/;
const local = /^ +([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?$/;

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `2001-12-14`, `2001-12-14T21:59:43Z`, `2001-12-14 21:59:43.1`: what go-yaml takes for a time. */
export function isTimestamp(text: string): boolean {
  const start = date.exec(text);
  if (start === null) return false;
  const [, year = 0, month = 0, day = 0] = start.map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  const rest = text.slice(start[0].length);
  if (rest === "") return true;
  const time = zoned.exec(rest) ?? local.exec(rest);
  if (time === null) return false;
  const [, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = time.map((part) =>
    Number(part ?? 0),
  );
  return hour < 24 && minute < 60 && second < 60 && zoneHour <= 24 && zoneMinute <= 60;
}
