import { ParseError } from "../json.js";
import { WireReader } from "./wire.js";

/** Go's zero time, and the ends of what JSON can say. */
const zeroSeconds = Date.parse("0001-01-01T00:00:00Z") / 1_000;
const minSeconds = Date.parse("0000-01-01T00:00:00Z") / 1_000;
const maxSeconds = Date.parse("9999-12-31T23:59:59Z") / 1_000;

/**
 * The text of a Timestamp message, whole seconds or microseconds; null is the zero time. Follows metav1.Time and MicroTime.
 *
 * @throws ParseError
 */
export function instantOf(input: {
  readonly bytes: Uint8Array;
  readonly type: "microTime" | "time";
}): string | null {
  const timestamp = timestampOf(input.bytes);
  const micros = input.type === "time" ? 0 : Math.trunc(timestamp.nanos / 1_000);
  const carry = Math.floor(micros / 1_000_000);
  const seconds = Number(timestamp.seconds) + carry;
  const fraction = micros - carry * 1_000_000;
  if (input.bytes.length === 0 || (seconds === zeroSeconds && fraction === 0)) return null;
  if (seconds < minSeconds || seconds > maxSeconds) {
    throw new ParseError("Time.MarshalJSON: year outside of range [0,9999]");
  }
  const text = new Date(seconds * 1_000).toISOString().slice(0, "2026-01-01T00:00:00".length);
  return input.type === "time" ? `${text}Z` : `${text}.${String(fraction).padStart(6, "0")}Z`;
}

function timestampOf(bytes: Uint8Array): {
  readonly seconds: number | bigint;
  readonly nanos: number;
} {
  const reader = new WireReader(bytes);
  let seconds: number | bigint = 0;
  let nanos = 0;
  while (!reader.isAtEnd) {
    const { number, wireType } = reader.tag("Timestamp");
    if (number > 2) reader.skip(wireType);
    else if (wireType !== 0) {
      const field = number === 1 ? "Seconds" : "Nanos";
      throw new ParseError(`proto: wrong wireType = ${wireType} for field ${field}`);
    } else if (number === 1) seconds = reader.int64();
    else nanos = reader.int32();
  }
  return { seconds, nanos };
}
