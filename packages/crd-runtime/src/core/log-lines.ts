const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts bytes into lines as Go's bufio.ScanLines: without `\n` or `\r\n`, empty ones too, what stands after the last line break as
 * the last one. A line of more than `maxBytes` comes in parts, cut between characters, so that memory has a limit.
 */
export async function* linesOf(input: {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly maxBytes: number;
}): AsyncGenerator<string, undefined, undefined> {
  const { chunks, maxBytes } = input;
  let pending: Buffer[] = [];
  let length = 0;
  const take = (last: Buffer): Buffer => {
    const line = pending.length === 0 ? last : Buffer.concat([...pending, last]);
    pending = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    while (rest.length > 0) {
      const end = rest.indexOf(newline);
      if (end !== -1 && length + end <= maxBytes) {
        yield text(take(rest.subarray(0, end)));
        rest = rest.subarray(end + 1);
      } else if (length + rest.length <= maxBytes) {
        pending.push(rest);
        length += rest.length;
        rest = rest.subarray(rest.length);
      } else {
        const room = maxBytes - length;
        const full = take(rest.subarray(0, room));
        const cut = characterEnd(full);
        yield full.toString("utf8", 0, cut);
        pending = [full.subarray(cut)];
        length = full.length - cut;
        rest = rest.subarray(room);
      }
    }
  }
  if (length > 0) yield text(take(Buffer.alloc(0)));
  return undefined;
}

function text(line: Buffer): string {
  return line.toString("utf8", 0, line.at(-1) === carriageReturn ? line.length - 1 : line.length);
}

/** Where the last whole character of UTF-8 ends; the end of the bytes when they are none. */
function characterEnd(bytes: Buffer): number {
  for (let start = bytes.length - 1; start >= Math.max(0, bytes.length - 4); start--) {
    const byte = bytes[start] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return start + size > bytes.length && start > 0 ? start : bytes.length;
  }
  return bytes.length;
}
