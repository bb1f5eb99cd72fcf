import type { IncomingMessage } from "node:http";

/**
 * Reads a body to its end. Of one that is longer than the limit only so much is kept that this can be seen: were the rest
 * left unread, the connection would have to be reset, and the client might never see the answer.
 */
export async function readBody(input: {
  readonly message: IncomingMessage;
  readonly limit: number;
}): Promise<Uint8Array> {
  const { message, limit } = input;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of message) {
    if (!Buffer.isBuffer(part)) throw new Error("the message was given an encoding");
    if (length > limit) continue;
    parts.push(part);
    length += part.byteLength;
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
