import { describe, expect, it } from "vitest";
import { parseJSON, stringifyJSON } from "../../src/rest/json.js";
import { mulberry32 } from "../random.js";
import { randomJSON } from "../random-json.js";

describe("parseJSON", () => {
  it.each([
    { text: "9007199254740991", value: 9007199254740991 },
    { text: "9007199254740992", value: 2 ** 53 },
    { text: "9007199254740993", value: 9007199254740993n },
    { text: "-9007199254740993", value: -9007199254740993n },
    { text: "9223372036854775807", value: 9223372036854775807n },
    { text: "-9223372036854775808", value: -9223372036854775808n },
    // As Go writes the float64 of that: a number writes the same digits again.
    { text: "9223372036854776000", value: 2 ** 63 },
    { text: "1234567890123456", value: 1234567890123456 },
    { text: "123456789012345678901234567890", value: 123456789012345678901234567890n },
    { text: "0.1234567890123456789", value: Number("0.1234567890123456789") },
    { text: "12345678901234567.5", value: Number("12345678901234567.5") },
    { text: "12345678901234567e2", value: Number("12345678901234567e2") },
    { text: "1e10", value: 1e10 },
  ])("reads $text", ({ text, value }) => {
    expect(parseJSON(text)).toBe(value);
    expect(parseJSON(`[ ${text}]`)).toEqual([value]);
    expect(parseJSON(`{"a":${text}}`)).toEqual({ a: value });
    expect(parseJSON(`{"a":\n${text} ,"b":"${text}"}`)).toEqual({ a: value, b: text });
  });

  it.each([
    '"9007199254740993"',
    '"at 9007199254740993"',
    '"a\\"9007199254740993"',
    '"a\\\\\\":9007199254740993"',
    '{":9007199254740993":"\\\\"}',
    '["\\\\",":9007199254740993"]',
  ])("takes %s for text", (text) => {
    expect(parseJSON(text)).toEqual(JSON.parse(text));
  });

  it("finds the integer at every place in the text", () => {
    for (let padding = 0; padding < 40; padding++) {
      const text = `{"a":"${"x".repeat(padding)}","b":[9007199254740993],"c":"9007199254740993"}`;
      expect(parseJSON(text)).toEqual({
        a: "x".repeat(padding),
        b: [9007199254740993n],
        c: "9007199254740993",
      });
    }
  });

  it("keeps own members named __proto__", () => {
    const value = parseJSON('{"__proto__":{"a":9007199254740993}}') as object;
    expect(Object.entries(value)).toEqual([["__proto__", { a: 9007199254740993n }]]);
  });

  it.each([
    "",
    "{",
    '{"a":',
    '"abc',
    "[9007199254740993",
    "[00000000000000001]",
    "[-00000000000000001]",
    '{"a":9007199254740993,"b":"x',
    "nope",
  ])("refuses '%s'", (text) => {
    expect(() => parseJSON(text)).toThrow(SyntaxError);
  });
});

describe("stringifyJSON", () => {
  it("writes bigint as an integer, and text that looks like one as text", () => {
    const value = { a: 9007199254740993n, b: [-1n], c: "9007199254740993", d: 1 };
    expect(stringifyJSON(value)).toBe(
      '{"a":9007199254740993,"b":[-1],"c":"9007199254740993","d":1}',
    );
  });

  it("refuses what is circular", () => {
    const value: { self?: unknown; big: bigint } = { big: 1n };
    value.self = value;
    expect(() => stringifyJSON(value)).toThrow(TypeError);
  });

  it("gives back 500 random texts as they were, wide integers among them", () => {
    const random = mulberry32(7);
    for (let round = 0; round < 500; round++) {
      const digits = Array.from({ length: 3 }, () =>
        String(Math.floor(random() * 9) + 1).repeat(10 + Math.floor(random() * 12)),
      );
      const parts = [JSON.stringify(randomJSON(random)), ...digits.map((text) => `-${text}`)];
      const text = `{"a":[${parts.join(",")}],"b":${digits[0]},"c":"${digits[1]}"}`;
      // Beyond 1e21 a number is written with an exponent: the digits are kept all the same.
      expect(stringifyJSON(parseJSON(text))).toBe(text);
    }
  });
});
