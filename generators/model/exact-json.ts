import type { JsonValue } from "./types.js";

/** Strings, and integers that may be longer than numbers of JavaScript are exact. */
const parts = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/g;

/** Whether a number would not be written again as the digits that it was read from. */
export function isInexact(digits: string): boolean {
  return String(Number(digits)) !== digits;
}

/**
 * Reads JSON; integers that a number would change are bigint, which is no JsonValue to the compiler: what only passes values on
 * keeps them exact.
 *
 * @throws SyntaxError
 */
export function readExactJson(text: string): JsonValue {
  let mark = "integer";
  while (text.includes(mark)) mark += "_";
  const marked = text.replace(parts, (part) =>
    part.startsWith('"') || !isInexact(part) ? part : `{"${mark}":"${part}"}`,
  );
  if (marked === text) return JSON.parse(text) as JsonValue;
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === "object" && value !== null && mark in value
      ? BigInt(String((value as Readonly<Record<string, unknown>>)[mark]))
      : value,
  ) as JsonValue;
}

/** JSON on one line, with the digits of what was read exactly. */
export function exactJson(value: unknown): string {
  switch (typeof value) {
    case "bigint":
      return String(value);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(exactJson).join(",")}]`;
      return `{${Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => `${JSON.stringify(key)}:${exactJson(one)}`)
        .join(",")}}`;
    default:
      return JSON.stringify(value);
  }
}
