import type { ResponseBody } from "./transport.js";

/**
 * A body from memory, for transports that need no network.
 *
 * @example
 * const transport: Transport = {
 *   send: async () => ({ status: 200, headers: {}, body: bodyOf('{"kind":"DatabaseList"}') }),
 * };
 */
export function bodyOf(content: string | Uint8Array | AsyncIterable<Uint8Array>): ResponseBody {
  if (typeof content === "string") {
    return bodyOf(Buffer.from(content));
  }
  if (content instanceof Uint8Array) {
    return {
      bytes: async () => content,
      async *[Symbol.asyncIterator]() {
        yield content;
      },
    };
  }
  return {
    bytes: () => collect(content),
    [Symbol.asyncIterator]: () => content[Symbol.asyncIterator](),
  };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/**
 * Reads the text of an error: at most so many bytes, a longer body is closed; and as much as there is
 * of one that breaks off, since the head has said already what matters.
 */
export async function readErrorText(input: {
  readonly body: ResponseBody;
  readonly maxBytes: number;
}): Promise<string> {
  const { body, maxBytes } = input;
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      parts.push(chunk);
      length += chunk.byteLength;
      if (length > maxBytes) {
        break;
      }
    }
  } catch {
    // The connection broke, or the call was aborted, which the caller looks for.
  }
  return Buffer.concat(parts).toString("utf8", 0, Math.min(length, maxBytes));
}
