import { unexpectedBodyError } from "./error-response.js";
import { isRecord } from "./guards.js";
import { parseJSON } from "./json.js";
import { type EachItem, ListDecoder } from "./list-decoder.js";
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
 * @throws ApiError when it is not JSON, or a large list of something else than objects; what is thrown for an item
 */
export async function decodeListBody(
  input: Decodable & { readonly each?: EachItem | undefined },
): Promise<unknown> {
  const { request, body, each = (item) => item } = input;
  // What fails for an item may be a SyntaxError, too, and says nothing about the body.
  let failure: { readonly error: unknown } | undefined;
  const take = (item: unknown): unknown => {
    try {
      return each(item);
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
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
        decoder = new ListDecoder(take);
        for (const part of parts) {
          decoder.push(part);
        }
      }
    }
    if (decoder !== undefined) return decoder.end();
    const list = parse(parts);
    if (input.each !== undefined) takeItems({ list, take });
    return list;
  } catch (cause) {
    if (failure !== undefined) throw failure.error;
    throw cause instanceof SyntaxError ? notJSON({ request, parts, cause }) : cause;
  }
}

function takeItems(input: { readonly list: unknown; readonly take: EachItem }): void {
  const { list, take } = input;
  if (!isRecord(list) || !Array.isArray(list["items"])) return;
  list["items"] = list["items"].map(take).filter((item) => item !== undefined);
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
