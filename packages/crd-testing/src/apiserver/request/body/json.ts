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
    const value = parseJSON(text);
    const duplicates = duplicateFields({ text, value });
    return { value, strictErrors: duplicates.map((path) => `duplicate field "${path}"`) };
  } catch (error) {
    if (error instanceof RangeError) throw new ParseError(error.message, { cause: error });
    throw new ParseError(goMessage({ text, error }), { cause: error });
  }
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
