const newline = 0x0a;

/**
 * Cuts a stream of bytes into lines. Bytes are decoded by whole lines, so that a character split
 * over chunks stays whole; what is left of a chunk waits uncopied, so that a line of many chunks costs
 * its length once; and each line is a string of its own that keeps no chunk alive.
 */
export class LineSplitter {
  #pending: Buffer[] = [];

  /** The lines that the chunk completes; lines of white space are left out. */
  *push(chunk: Uint8Array): Generator<string, void, undefined> {
    const bytes = toBuffer(chunk);
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      const line = this.#take(bytes.subarray(start, end));
      start = end + 1;
      if (!isBlank(line)) {
        yield line;
      }
    }
    if (start < bytes.length) {
      this.#pending.push(bytes.subarray(start));
    }
  }

  /** What stands after the last line break; `""` when nothing does. */
  end(): string {
    const line = this.#take(Buffer.alloc(0));
    return isBlank(line) ? "" : line;
  }

  #take(last: Buffer): string {
    if (this.#pending.length === 0) {
      return last.toString();
    }
    const line = Buffer.concat([...this.#pending, last]).toString();
    this.#pending = [];
    return line;
  }
}

function toBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk)
    ? chunk
    : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function isBlank(line: string): boolean {
  return line.length < 16 && line.trim() === "";
}
