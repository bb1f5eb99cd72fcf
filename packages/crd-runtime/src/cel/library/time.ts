import { EvaluationError } from "../errors.js";
import { library, type Overload } from "../types/signature.js";
import type { Timestamp } from "../values/time.js";

const millisPerDay = 86_400_000;

/** Parts of an instant in a time zone. */
const parts: Readonly<Record<string, (local: Date, time: Timestamp) => number>> = {
  getFullYear: (local) => local.getUTCFullYear(),
  getMonth: (local) => local.getUTCMonth(),
  getDayOfYear: (local) =>
    Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / millisPerDay),
  getDayOfMonth: (local) => local.getUTCDate() - 1,
  getDate: (local) => local.getUTCDate(),
  getDayOfWeek: (local) => local.getUTCDay(),
  getHours: (local) => local.getUTCHours(),
  getMinutes: (local) => local.getUTCMinutes(),
  getSeconds: (local) => local.getUTCSeconds(),
  getMilliseconds: (_local, time) => Math.floor(time.fraction / 1e6),
};

/** Functions of timestamps, with or without a time zone, and of durations. */
export const time: readonly Overload[] = [
  ...Object.entries(parts).flatMap(([name, part]) => [
    ...named(
      name,
      library({
        "timestamp.f(): int": (timestamp) => BigInt(part(localTime(timestamp, "UTC"), timestamp)),
        "timestamp.f(string): int": (timestamp, zone) =>
          BigInt(part(localTime(timestamp, zone), timestamp)),
      }),
    ),
  ]),
  ...library({
    "duration.getHours(): int": (duration) => duration.nanos / 3_600_000_000_000n,
    "duration.getMinutes(): int": (duration) => duration.nanos / 60_000_000_000n,
    "duration.getSeconds(): int": (duration) => duration.nanos / 1_000_000_000n,
    "duration.getMilliseconds(): int": (duration) => duration.nanos / 1_000_000n,
  }),
];

function named(name: string, overloads: readonly Overload[]): readonly Overload[] {
  return overloads.map((overload) => ({ ...overload, name }));
}

/** A date whose UTC fields are those of the instant in the zone: a name of the IANA database, or `+02:00`. */
function localTime(timestamp: Timestamp, zone: string): Date {
  const millis = Number(timestamp.seconds) * 1000;
  if (zone === "" || zone === "UTC") return new Date(millis);
  if (zone.includes(":")) return new Date(millis + offsetOf(zone) * 60_000);
  return new Date(millis + zoneOffset(zone, millis));
}

/** Minutes east of UTC. */
function offsetOf(zone: string): number {
  const [, hours, minutes] = /^([+-]?\d+):(\d+)$/.exec(zone) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) {
    throw new EvaluationError(`unknown time zone ${zone}`);
  }
  return Number(hours) * 60 + (zone.startsWith("-") ? -1 : 1) * Number(minutes);
}

function zoneOffset(zone: string, millis: number): number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (cause) {
    throw new EvaluationError(`unknown time zone ${zone}`, { cause });
  }
  const fields = new Map(
    format.formatToParts(millis).map(({ type, value }) => [type, Number(value)]),
  );
  const field = (name: Intl.DateTimeFormatPartTypes): number => fields.get(name) ?? 0;
  const local = new Date(0);
  local.setUTCFullYear(field("year"), field("month") - 1, field("day"));
  local.setUTCHours(field("hour"), field("minute"), field("second"));
  return local.getTime() - millis;
}
