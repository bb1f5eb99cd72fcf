import { isJsonObject, type JsonValue, readExactJson } from "../../model/index.js";

/** Strings of JSON, with the colon behind those that are keys. */
const strings = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/**
 * A text of JSON as the reader of YAML would have it, in a fraction of the time; undefined where it is none, or has what that
 * reader reports: a key twice, a number that is none, more levels than there may be.
 */
export function readPlainJson(input: {
  readonly text: string;
  readonly maxLevels: number;
}): JsonValue | undefined {
  const { text, maxLevels } = input;
  if (!/^\s*[{[]/.test(text)) return undefined;
  let json: JsonValue;
  try {
    json = readExactJson(text);
  } catch {
    return undefined;
  }
  let keys = 0;
  const isPlain = (value: JsonValue, level: number): boolean => {
    if (typeof value === "number") return Number.isFinite(value);
    if (typeof value !== "object" || value === null) return true;
    if (isJsonObject(value)) keys += Object.keys(value).length;
    return level < maxLevels && Object.values(value).every((one) => isPlain(one, level + 1));
  };
  if (!isPlain(json, 0)) return undefined;
  let written = 0;
  for (const [, colon] of text.matchAll(strings)) if (colon !== undefined) written++;
  return written === keys ? json : undefined;
}
