import type { IncomingMessage } from "node:http";

/**
 * Reads a body, at most one chunk more than the limit: enough to see that it is too long. The rest is thrown away as it
 * comes: a connection that is closed with something unread is reset, and the answer may be lost.
 */
export async function readBody(input: {
  readonly message: IncomingMessage;
  readonly limit: number;
}): Promise<Uint8Array> {
  const { message, limit } = input;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of message.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) throw new Error("the message was given an encoding");
    parts.push(part);
    length += part.byteLength;
    if (length > limit) break;
  }
  message.resume();
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
