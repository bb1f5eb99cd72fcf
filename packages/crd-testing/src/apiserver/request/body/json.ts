import { parseJSON } from "crd-runtime";
import { assertDepth, TooDeep } from "./depth.js";
import { duplicateFields } from "./duplicate-fields.js";
import { goSyntaxError } from "./go-syntax-error.js";
import { asGoReads } from "./go-values.js";

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
    assertDepth(text);
    const value = asGoReads({ text, value: parseJSON(text) });
    const duplicates = duplicateFields({ text, value });
    return { value, strictErrors: duplicates.map((path) => `duplicate field "${path}"`) };
  } catch (error) {
    const message = error instanceof TooDeep ? error.message : goSyntaxError({ text, error });
    throw new ParseError(`couldn't get version/kind; json parse error: ${message}`, {
      cause: error,
    });
  }
}
