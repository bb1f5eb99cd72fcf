import { describe, expect, it } from "vitest";
import { LineSplitter } from "../../src/watch/lines.js";
import { mulberry32 } from "../random.js";
import { randomJSON } from "../random-json.js";

function linesOf(chunks: readonly Uint8Array[]): string[] {
  const splitter = new LineSplitter();
  const lines = chunks.flatMap((chunk) => [...splitter.push(chunk)]);
  const last = splitter.end();
  return last === "" ? lines : [...lines, last];
}

/** Cuts bytes at random places; sometimes between every two of them. */
function cut(input: { readonly bytes: Uint8Array; readonly random: () => number }): Uint8Array[] {
  const { bytes, random } = input;
  const longest = random() < 0.2 ? 1 : 1 + Math.floor(random() * 200);
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = start + Math.floor(random() * longest) + (longest === 1 ? 1 : 0);
    // Copies: what arrives later must not depend on the memory of what came before.
    chunks.push(Uint8Array.from(bytes.subarray(start, end)));
    start = end;
  }
  return chunks;
}

describe("LineSplitter", () => {
  // client-go trap: character split over chunks
  it("gives the same lines however the bytes are cut, 300 times", () => {
    const random = mulberry32(42);
    for (let round = 0; round < 300; round++) {
      const lines = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
        JSON.stringify(randomJSON(random)),
      );
      const end = random() < 0.5 ? "\n" : "";
      const bytes = new TextEncoder().encode(lines.join(random() < 0.3 ? "\r\n" : "\n") + end);
      expect(linesOf(cut({ bytes, random })).map((line) => line.trimEnd())).toEqual(lines);
    }
  });

  it("leaves out lines of white space", () => {
    expect(
      linesOf([Buffer.from("\n\n a\n \r\n\n"), Buffer.from("\n"), Buffer.from("b\n  ")]),
    ).toEqual([" a", "b"]);
  });

  it("has nothing at the end of nothing", () => {
    expect(linesOf([])).toEqual([]);
    expect(linesOf([new Uint8Array(0)])).toEqual([]);
  });

  // client-go trap: long line joined for every chunk
  it("joins a line of many chunks once, not again for every chunk", () => {
    let concatenated = 0;
    const { concat } = Buffer;
    Buffer.concat = (list, ...rest) => {
      concatenated += list.reduce((sum, part) => sum + part.length, 0);
      return concat(list, ...rest);
    };
    try {
      const chunk = Buffer.alloc(1_000, "x");
      const lines = linesOf([...Array.from({ length: 5_000 }, () => chunk), Buffer.from("\n")]);
      expect(lines.map((line) => line.length)).toEqual([5_000_000]);
      expect(concatenated).toBe(5_000_000);
    } finally {
      Buffer.concat = concat;
    }
  });
});
