import { decimal } from "../../schema/text/go.js";
import { EvaluationError } from "../errors.js";

const nanosPerSecond = 1_000_000_000n;
/** 0001-01-01T00:00:00Z and the last second of 9999, in seconds since 1970. */
const minSeconds = -62_135_596_800n;
const maxSeconds = 253_402_300_799n;

/** A span of time: int64 nanoseconds. */
export class Duration {
  readonly nanos: bigint;

  /** @throws EvaluationError when it takes more than 64 bits */
  constructor(nanos: bigint) {
    if (BigInt.asIntN(64, nanos) !== nanos) throw new EvaluationError("duration overflow");
    this.nanos = nanos;
  }

  /** Seconds as a double, and an `s`: `5400s`, `0.000000001s`. */
  toString(): string {
    return `${decimal(this.seconds())}s`;
  }

  /** Seconds, as Go's Duration.Seconds. */
  seconds(): number {
    return Number(this.nanos / nanosPerSecond) + Number(this.nanos % nanosPerSecond) / 1e9;
  }
}

/** An instant: nanoseconds since 1970-01-01T00:00:00Z, within the years 1 to 9999. */
export class Timestamp {
  readonly nanos: bigint;
  /** Of the text that it comes from, in minutes east of UTC; its own text has it, too. */
  readonly #offset: number;

  /** @throws EvaluationError outside the years 1 to 9999 */
  constructor(nanos: bigint, offset = 0) {
    const seconds = floorDiv(nanos, nanosPerSecond);
    if (seconds < minSeconds || seconds > maxSeconds) {
      throw new EvaluationError("timestamp overflow");
    }
    this.nanos = nanos;
    this.#offset = offset;
  }

  static ofSeconds(seconds: bigint): Timestamp {
    return new Timestamp(seconds * nanosPerSecond);
  }

  /** Whole seconds since 1970, rounded down. */
  get seconds(): bigint {
    return floorDiv(this.nanos, nanosPerSecond);
  }

  /** Nanoseconds within the second. */
  get fraction(): number {
    return Number(this.nanos - this.seconds * nanosPerSecond);
  }

  /** Another instant, shown with the same offset. @throws EvaluationError outside the years 1 to 9999 */
  plus(nanos: bigint): Timestamp {
    return new Timestamp(this.nanos + nanos, this.#offset);
  }

  /** RFC 3339, with as many digits of a second as are needed. */
  toString(): string {
    const local = new Date((Number(this.seconds) + this.#offset * 60) * 1000);
    const head = local.toISOString().slice(0, 19);
    const digits = String(this.fraction).padStart(9, "0").replace(/0+$/, "");
    return `${head}${digits === "" ? "" : `.${digits}`}${zoneText(this.#offset)}`;
  }
}

/** `Z`, `+02:00` */
function zoneText(offset: number): string {
  if (offset === 0) return "Z";
  const part = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${part(minutes / 60)}:${part(minutes % 60)}`;
}

function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: nanosPerSecond,
  m: 60n * nanosPerSecond,
  h: 3_600n * nanosPerSecond,
};

/** Parses what Go's time.ParseDuration does: `1h30m`, `-1.5s`; undefined for other texts. */
export function parseGoDuration(text: string): Duration | undefined {
  const [, sign = "", body = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (body === "0") return new Duration(0n);
  if (body === "") return undefined;
  const part = /(\d*)(?:(\.)(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
  let nanos = 0n;
  while (part.lastIndex < body.length) {
    const [, whole = "", , fraction = "", unit = ""] = part.exec(body) ?? [];
    const size = units[unit];
    if (size === undefined || (whole === "" && fraction === "")) return undefined;
    nanos += BigInt(whole || "0") * size;
    if (fraction !== "") nanos += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
  }
  const signed = sign === "-" ? -nanos : nanos;
  return BigInt.asIntN(64, signed) === signed ? new Duration(signed) : undefined;
}

const rfc3339 =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * Parses RFC 3339 as Go does; undefined for other texts and for dates that do not exist.
 *
 * @throws EvaluationError outside the years 1 to 9999
 */
export function parseRfc3339(text: string): Timestamp | undefined {
  const match = rfc3339.exec(text);
  if (match === null) return undefined;
  const field = (index: number): number => Number(match[index] ?? "0");
  const [year, month, day] = [field(1), field(2), field(3)];
  const [hour, minute, second] = [field(4), field(5), field(6)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || field(9) > 23 || field(10) > 59) return undefined;
  date.setUTCHours(hour, minute, second);
  const offset = (field(9) * 60 + field(10)) * (match[8] === "-" ? -1 : 1);
  const nanos = BigInt((match[7] ?? "").slice(0, 9).padEnd(9, "0"));
  const seconds = BigInt(date.getTime() / 1000 - offset * 60);
  return new Timestamp(seconds * nanosPerSecond + nanos, offset);
}
