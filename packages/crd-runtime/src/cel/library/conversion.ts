import { goFloat } from "../../schema/text/go.js";
import { EvaluationError } from "../errors.js";
import { library } from "../types/signature.js";
import { parseDouble } from "../values/go-number.js";
import { parseGoDuration, parseRfc3339, Timestamp } from "../values/time.js";
import { typeValueOf } from "../values/type-of.js";
import { int64, uint64 } from "./arithmetic.js";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function failed(from: string, to: string): EvaluationError {
  return new EvaluationError(`type conversion error from '${from}' to '${to}'`);
}

function integerOf(text: string, to: "int" | "uint"): bigint {
  const pattern = to === "int" ? /^[+-]?\d+$/ : /^\d+$/;
  if (!pattern.test(text)) throw failed("string", to);
  return BigInt(text.replace(/^\+/, ""));
}

/** Towards zero. */
function truncated(value: number): bigint {
  if (!Number.isFinite(value)) throw new EvaluationError("integer overflow");
  return BigInt(Math.trunc(value));
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new EvaluationError("invalid UTF-8 in bytes, cannot convert to string", { cause });
  }
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ...["1", "t", "T", "true", "TRUE", "True"].map((text) => [text, true] as const),
  ...["0", "f", "F", "false", "FALSE", "False"].map((text) => [text, false] as const),
]);

/** Functions named as types, and sizes. */
export const conversion = library({
  "int(int): int": (value) => value,
  "int(uint): int": (value) => int64(value.value),
  "int(double): int": (value) => int64(truncated(value)),
  "int(string): int": (text) => int64(integerOf(text, "int")),
  "int(timestamp): int": (time) => time.seconds,
  "int(duration): int": (duration) => duration.nanos,
  "uint(uint): uint": (value) => value,
  "uint(int): uint": (value) => uint64(value),
  "uint(double): uint": (value) => uint64(truncated(value)),
  "uint(string): uint": (text) => uint64(integerOf(text, "uint")),
  "double(double): double": (value) => value,
  "double(int): double": (value) => Number(value),
  "double(uint): double": (value) => Number(value.value),
  "double(string): double": (text) => {
    const value = parseDouble(text);
    if (value === undefined) throw failed("string", "double");
    return value;
  },
  "bool(bool): bool": (value) => value,
  "bool(string): bool": (text) => {
    const value = truths.get(text);
    if (value === undefined) throw failed("string", "bool");
    return value;
  },
  "string(string): string": (value) => value,
  "string(int): string": (value) => String(value),
  "string(uint): string": (value) => String(value.value),
  "string(double): string": (value) => goFloat(value),
  "string(bool): string": (value) => String(value),
  "string(bytes): string": (value) => decoded(value),
  "string(timestamp): string": (value) => value.toString(),
  "string(duration): string": (value) => value.toString(),
  "bytes(bytes): bytes": (value) => value,
  "bytes(string): bytes": (value) => Buffer.from(value),
  "timestamp(timestamp): timestamp": (value) => value,
  "timestamp(int): timestamp": (seconds) => Timestamp.ofSeconds(seconds),
  "timestamp(string): timestamp": (text) => {
    const time = parseRfc3339(text);
    if (time === undefined) throw failed("string", "google.protobuf.Timestamp");
    return time;
  },
  "duration(duration): duration": (value) => value,
  "duration(string): duration": (text) => {
    const duration = parseGoDuration(text);
    if (duration === undefined) throw failed("string", "google.protobuf.Duration");
    return duration;
  },
  "dyn(A): dyn": (value) => value,
  "type(A): type<A>": (value) => typeValueOf(value),
  "size(string): int": codePoints,
  "size(bytes): int": (bytes) => BigInt(bytes.length),
  "size(list<A>): int": (list) => BigInt(list.size),
  "size(map<A,B>): int": (map) => BigInt(map.size),
  "string.size(): int": codePoints,
  "bytes.size(): int": (bytes) => BigInt(bytes.length),
  "list<A>.size(): int": (list) => BigInt(list.size),
  "map<A,B>.size(): int": (map) => BigInt(map.size),
  "_[_](list<A>, int): A": (list, index) => list.at(Number(index)),
  "_[_](map<A,B>, A): B": (map, key) => map.get(key),
});

function codePoints(text: string): bigint {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if (text.charCodeAt(index) >= 0xd800 && text.charCodeAt(index) < 0xdc00) count -= 1;
  }
  return BigInt(count);
}
