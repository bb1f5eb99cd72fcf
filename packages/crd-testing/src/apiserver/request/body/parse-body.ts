import type { GoStruct } from "../../builtin/types/go-type.js";
import { notImplemented } from "../../status/index.js";
import { bodyFormatOf } from "../negotiation/content-type.js";
import { type Parsed, ParseError, parseJsonBody } from "./json.js";
import { parseProtobufBody } from "./protobuf/envelope.js";
import { parseYamlBody } from "./yaml.js";

/**
 * Reads a body by its Content-Type. Returns a ParseError, for whose text the callers have words of their own.
 *
 * @throws StatusError 415 for another Content-Type, 501 for protobuf of a kind that has no Go type
 */
export function parseBody(input: {
  readonly body: Uint8Array;
  readonly contentType: string;
  /** The Go type of the object. */
  readonly type: GoStruct | undefined;
}): Parsed | ParseError {
  const { body, type } = input;
  const format = bodyFormatOf(input.contentType);
  try {
    if (format === "json") return parseJsonBody(textOf(body));
    if (format === "yaml") return parseYamlBody(textOf(body));
    // The real server breaks the connection.
    if (type === undefined) throw notImplemented("custom resources in protobuf");
    return parseProtobufBody({ body, type });
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

/** The text of a body, as Go reads it: what is no UTF-8 is replaced. */
export function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8");
}
