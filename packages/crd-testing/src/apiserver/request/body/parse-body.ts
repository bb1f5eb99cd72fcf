import { notImplemented } from "../../status/index.js";
import { type BodyFormat, bodyFormatOf } from "../negotiation/content-type.js";
import { type Parsed, ParseError, parseJsonBody } from "./json.js";
import { parseYamlBody } from "./yaml.js";

/**
 * Reads a body by its Content-Type. Returns a ParseError, for whose text the callers have words of their own.
 *
 * @throws StatusError 415 for another Content-Type, 501 for protobuf
 */
export function parseBody(input: {
  readonly body: Uint8Array;
  readonly contentType: string;
}): Parsed | ParseError {
  const format = bodyFormatOf(input.contentType);
  if (format !== "protobuf") return parseText({ text: textOf(input.body), format });
  const isProtobuf = protobufPrefix.every((byte, index) => input.body[index] === byte);
  if (isProtobuf) throw notImplemented("bodies in protobuf");
  return new ParseError(
    `provided data does not appear to be a protobuf message, expected prefix [${protobufPrefix.join(" ")}]`,
  );
}

/** `k8s` and a zero byte. */
const protobufPrefix = [0x6b, 0x38, 0x73, 0x00];

/** The text of a body, as Go reads it: what is no UTF-8 is replaced. */
export function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8");
}

function parseText(input: {
  readonly text: string;
  readonly format: Exclude<BodyFormat, "protobuf">;
}): Parsed | ParseError {
  const { text, format } = input;
  try {
    return format === "json" ? parseJsonBody(text) : parseYamlBody(text);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}
