import { unexpectedBodyError } from "./error-response.js";
import { parseJSON } from "./json.js";
import { ListDecoder } from "./list-decoder.js";
import type { RestRequest } from "./request.js";
import type { ResponseBody } from "./transport.js";

/** Bytes from which on a list is decoded while it arrives. */
const largeList = 1 << 18;

/** Bytes of a body that is not JSON which an error looks at: more than it quotes. */
const quotedBytes = 1 << 14;

/** An answer to be decoded. */
export interface Decodable {
  readonly request: RestRequest;
  readonly body: ResponseBody;
}

/**
 * Decodes a body; undefined when it is empty.
 *
 * @throws ApiError when it is not JSON
 */
export async function decodeBody(input: Decodable): Promise<unknown> {
  const { request, body } = input;
  const bytes = await body.bytes();
  try {
    return parse([bytes]);
  } catch (cause) {
    throw notJSON({ request, parts: [bytes], cause });
  }
}

/**
 * Decodes a body that should be a list: a large one item by item as it arrives.
 *
 * @throws ApiError when it is not JSON, or a large list of something else than objects
 */
export async function decodeListBody(input: Decodable): Promise<unknown> {
  const { request, body } = input;
  const parts: Uint8Array[] = [];
  let length = 0;
  let decoder: ListDecoder | undefined;
  try {
    for await (const chunk of body) {
      if (decoder !== undefined) {
        decoder.push(chunk);
        continue;
      }
      parts.push(chunk);
      length += chunk.byteLength;
      if (length >= largeList) {
        decoder = new ListDecoder();
        for (const part of parts) {
          decoder.push(part);
        }
      }
    }
    return decoder === undefined ? parse(parts) : decoder.end();
  } catch (cause) {
    throw cause instanceof SyntaxError ? notJSON({ request, parts, cause }) : cause;
  }
}

function parse(parts: readonly Uint8Array[]): unknown {
  const text = textOf(parts);
  return text.trim() === "" ? undefined : parseJSON(text);
}

function textOf(parts: readonly Uint8Array[]): string {
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

function notJSON(input: {
  readonly request: RestRequest;
  readonly parts: readonly Uint8Array[];
  readonly cause: unknown;
}): Error {
  const { request, parts, cause } = input;
  const [first = new Uint8Array()] = parts;
  const text = textOf(first.byteLength >= quotedBytes ? [first.subarray(0, quotedBytes)] : parts);
  return unexpectedBodyError({ request, problem: "is not JSON", text, cause });
}
