import { EvaluationError } from "../errors.js";
import { type CelType, simpleTypes } from "../types/type.js";
import { Duration, parseGoDuration, parseRfc3339 } from "../values/time.js";
import type { CelValue } from "../values/value.js";

/** The type of strings of a format: some are values of other types. */
export function stringType(format: string | undefined): CelType {
  switch (format) {
    case "byte":
      return simpleTypes.bytes;
    case "duration":
      return simpleTypes.duration;
    case "date":
    case "date-time":
      return simpleTypes.timestamp;
    default:
      return simpleTypes.string;
  }
}

/** The value of a string of a format. @throws EvaluationError when it has not that format */
export function readString(format: string | undefined, text: string): CelValue {
  switch (format) {
    case "byte":
      return bytesOf(text);
    case "duration":
      return durationOf(text);
    case "date":
      return timeOf(`${text}T00:00:00Z`);
    case "date-time":
      // Without a time zone it is UTC.
      return timeOf(/T[\d:.,]+$/.test(text) ? `${text}Z` : text);
    default:
      return text;
  }
}

/** go-openapi's Base64 takes the alphabet of URLs, and not the two characters that differ from it. */
function bytesOf(text: string): Uint8Array {
  if (!/^[\w-]*={0,2}$/.test(text)) throw new EvaluationError("Invalid byte formatted string");
  return Buffer.from(text, "base64url");
}

function timeOf(text: string): CelValue {
  const time = parseRfc3339(text);
  if (time === undefined) throw new EvaluationError("Invalid date-time formatted string");
  return time;
}

const nanos = { second: 1_000_000_000n, day: 86_400_000_000_000n };

/** Units with the names that they have, and the beginnings of longer ones. */
const units: readonly {
  readonly size: bigint;
  readonly names: readonly string[];
  readonly prefix: string;
}[] = [
  { size: 1n, names: ["ns"], prefix: "nano" },
  { size: 1_000n, names: ["us", "µs"], prefix: "micro" },
  { size: 1_000_000n, names: ["ms"], prefix: "milli" },
  { size: nanos.second, names: ["s"], prefix: "sec" },
  { size: 60n * nanos.second, names: ["m"], prefix: "min" },
  { size: 3_600n * nanos.second, names: ["h", "hr"], prefix: "hour" },
  { size: nanos.day, names: ["d"], prefix: "day" },
  { size: 7n * nanos.day, names: ["w", "wk"], prefix: "week" },
];

/** go-openapi's durations: Go's, and sums of `3 days`. */
function durationOf(text: string): Duration {
  const known = parseGoDuration(text);
  if (known !== undefined) return known;
  const sizes = Array.from(text.matchAll(/(\d+)\s*([A-Za-zµ]+)/g), ([, factor = "", unit = ""]) => {
    const name = unit.toLowerCase();
    const found = units.find(
      ({ names, prefix }) => names.includes(name) || name.startsWith(prefix),
    );
    return found === undefined ? undefined : BigInt(factor) * found.size;
  }).filter((size) => size !== undefined);
  if (sizes.length === 0) throw new EvaluationError(`Invalid duration ${text}`);
  return new Duration(sizes.reduce((sum, size) => sum + size, 0n));
}
