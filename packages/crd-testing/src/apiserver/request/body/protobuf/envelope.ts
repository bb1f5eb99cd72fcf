import type { GoStruct } from "../../../builtin/types/go-type.js";
import { unknown } from "../../../builtin/types/runtime.js";
import { isObject } from "../../../builtin/types/values.js";
import { type Parsed, ParseError } from "../json.js";
import { readMessage } from "./message.js";

/** What an object says of itself; `""` where it does not. */
interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

/** A message that is not what its envelope says. */
export class MessageError extends ParseError {
  readonly typeMeta: TypeMeta;

  constructor(message: string, typeMeta: TypeMeta) {
    super(message);
    this.typeMeta = typeMeta;
  }
}

/** `k8s` and a zero byte. */
const prefix = [0x6b, 0x38, 0x73, 0x00];

/**
 * Reads an object in its envelope. Of an object of another kind, which is refused anyway, only the kind is read. Follows
 * apimachinery's `runtime/serializer/protobuf`.
 *
 * @throws ParseError, which is a MessageError when the envelope itself could be read
 */
export function parseProtobufBody(input: {
  readonly body: Uint8Array;
  readonly type: GoStruct;
}): Parsed {
  const { body, type } = input;
  if (body.length === 0) throw new ParseError("empty data");
  if (!prefix.every((byte, index) => body[index] === byte)) {
    throw new ParseError(
      `provided data does not appear to be a protobuf message, expected prefix [${prefix.join(" ")}]`,
    );
  }
  if (body.length === prefix.length) throw new ParseError("empty body");
  const envelope = readMessage({ bytes: body.subarray(prefix.length), type: unknown });
  const typeMeta = typeMetaOf(envelope["typeMeta"]);
  const known = typeMeta.kind === "" || typeMeta.kind === type.name;
  const bytes = Buffer.from(textOf(envelope["raw"]), "base64");
  try {
    const members = known ? readMessage({ bytes, type }) : {};
    return { value: { ...typeMeta, ...members }, strictErrors: [] };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new MessageError(error.message, typeMeta);
  }
}

function typeMetaOf(value: unknown): TypeMeta {
  if (!isObject(value)) return { apiVersion: "", kind: "" };
  const apiVersion = textOf(value["apiVersion"]);
  // What is no version counts as none.
  return {
    apiVersion: apiVersion.split("/").length > 2 ? "" : apiVersion,
    kind: textOf(value["kind"]),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
