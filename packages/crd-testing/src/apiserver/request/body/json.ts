import { parseJSON } from "crd-runtime";
import { duplicateFields } from "./duplicate-fields.js";

/** A decoded body. */
export interface Parsed {
  readonly value: unknown;
  /** What is wrong with it without making it unreadable: `duplicate field "spec.replicas"`. */
  readonly strictErrors: readonly string[];
}

/** Text that is not what it should be; the message is in the words of Go. */
export class ParseError extends Error {
  override readonly name = "ParseError";
}

/** Reads JSON. @throws ParseError */
export function parseJsonBody(text: string): Parsed {
  try {
    const parsed = parseJSON(text);
    const value = /\d{19}/.test(text) ? withFloats(parsed) : parsed;
    const duplicates = duplicateFields({ text, value });
    return { value, strictErrors: duplicates.map((path) => `duplicate field "${path}"`) };
  } catch (error) {
    if (error instanceof RangeError) throw new ParseError(error.message, { cause: error });
    throw new ParseError(goMessage({ text, error }), { cause: error });
  }
}

const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

/** What is no integer of 64 bits is a number of double precision, in place. */
function withFloats(value: unknown): unknown {
  if (typeof value === "bigint") {
    return value < minInt64 || value > maxInt64 ? Number(value) : value;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) value[index] = withFloats(item);
  } else if (isRecord(value)) {
    // Assigning to a member of the object's own never reaches the prototype.
    for (const [name, member] of Object.entries(value)) value[name] = withFloats(member);
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** encoding/json's words, as near as the position that V8 tells allows. */
function goMessage(input: { readonly text: string; readonly error: unknown }): string {
  const { text, error } = input;
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(message);
  const token = /^Unexpected token '(.+?)', /s.exec(message);
  const index = position === null ? -1 : Number(position[1]);
  const character = token?.[1] ?? text[index];
  if (character === undefined || index >= text.length) return "unexpected end of JSON input";
  return `invalid character '${character}' looking for beginning of value`;
}
