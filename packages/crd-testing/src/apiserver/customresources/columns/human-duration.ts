const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** An age as kubectl shows it: `5s`, `3m20s`, `2d3h`, `400d`. Follows duration.HumanDuration of apimachinery. */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / second);
  if (seconds < -1) return "<invalid>";
  if (seconds < 0) return "0s";
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(ms / minute);
  if (minutes < 10) return two({ value: minutes, unit: "m", rest: seconds % 60, restUnit: "s" });
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(ms / hour);
  if (hours < 8) return two({ value: hours, unit: "h", rest: minutes % 60, restUnit: "m" });
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 192) return two({ value: days, unit: "d", rest: hours % 24, restUnit: "h" });
  const years = Math.floor(ms / year);
  if (hours < 24 * 365 * 2) return `${days}d`;
  if (hours < 24 * 365 * 8)
    return two({ value: years, unit: "y", rest: days % 365, restUnit: "d" });
  return `${years}y`;
}

function two(input: {
  readonly value: number;
  readonly unit: string;
  readonly rest: number;
  readonly restUnit: string;
}): string {
  const { value, unit, rest, restUnit } = input;
  return rest === 0 ? `${value}${unit}` : `${value}${unit}${rest}${restUnit}`;
}
