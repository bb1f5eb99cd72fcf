import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/core/log-lines.js";

async function lines(input: {
  readonly chunks: readonly (string | Uint8Array)[];
  readonly maxBytes?: number;
}): Promise<readonly string[]> {
  const { chunks, maxBytes = 1_000 } = input;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  }
  const found: string[] = [];
  for await (const line of linesOf({ chunks: bytes(), maxBytes })) found.push(line);
  return found;
}

describe("lines of a log", () => {
  it.each([
    { chunks: [], expected: [] },
    { chunks: ["a\nb\n"], expected: ["a", "b"] },
    { chunks: ["a\n\n\nb"], expected: ["a", "", "", "b"] },
    { chunks: ["a\r\nb\r", "\n\r\n"], expected: ["a", "b", ""] },
    { chunks: ["a\rb\n"], expected: ["a\rb"] },
    { chunks: ["one ", "line", "\n", "more"], expected: ["one line", "more"] },
    { chunks: ["", "\n"], expected: [""] },
  ])("of $chunks", async ({ chunks, expected }) => {
    expect(await lines({ chunks })).toEqual(expected);
  });

  it("keep characters whole that are split over chunks", async () => {
    const bytes = Buffer.from("grün €\n😀");
    const chunks = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await lines({ chunks })).toEqual(["grün €", "😀"]);
  });

  it.each([
    { text: "12345678\n", maxBytes: 8, expected: ["12345678"] },
    { text: "123456789\n0\n", maxBytes: 8, expected: ["12345678", "9", "0"] },
    { text: "1234567812345678\n\n", maxBytes: 8, expected: ["12345678", "12345678", ""] },
    { text: "123€56\n", maxBytes: 4, expected: ["123", "€5", "6"] },
    { text: "😀😀😀", maxBytes: 6, expected: ["😀", "😀", "😀"] },
    { text: "😀😀", maxBytes: 4, expected: ["😀", "😀"] },
  ])("longer than $maxBytes bytes come in parts: $text", async ({ text, maxBytes, expected }) => {
    const bytes = Buffer.from(text);
    expect(await lines({ chunks: [bytes], maxBytes })).toEqual(expected);
    const single = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await lines({ chunks: single, maxBytes })).toEqual(expected);
  });

  it("go on where bytes are no UTF-8", async () => {
    const chunks = [Buffer.alloc(20, 0x80), "\nnext\n"];
    const found = await lines({ chunks, maxBytes: 8 });
    expect(found.at(-1)).toBe("next");
    expect(found.slice(0, -1).join("")).toBe("\ufffd".repeat(20));
  });
});
