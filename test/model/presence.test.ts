import { describe, expect, it } from "vitest";
import {
  formatsOf,
  type JsonValue,
  readPresence,
  writeFormats,
  writePresence,
} from "../../generators/model/index.js";
import { seeded } from "./random.js";

const names = (...required: string[]) => ({ required });

/** Texts as they are written, and what they stand for. */
const pairs: readonly (readonly [string, JsonValue])[] = [
  ["a", names("a")],
  ["a && b", names("a", "b")],
  ['"a b" && "true" && "oneOf"', names("a b", "true", "oneOf")],
  ["3scale && -XX && a.b && $ref", names("3scale", "-XX", "a.b", "$ref")],
  ["true", {}],
  ["!a", { not: names("a") }],
  ["!true", { not: {} }],
  ["!(a && b)", { not: names("a", "b") }],
  ["!(!a)", { not: { not: names("a") } }],
  ["a || b", { anyOf: [names("a"), names("b")] }],
  ["true || a && !b", { anyOf: [{}, { required: ["a"], not: names("b") }] }],
  ["(a || b) && !(a && b)", { anyOf: [names("a"), names("b")], not: names("a", "b") }],
  ["anyOf(a)", { anyOf: [names("a")] }],
  ["oneOf(a; b)", { oneOf: [names("a"), names("b")] }],
  [
    "oneOf(!(a || b); a; b)",
    { oneOf: [{ not: { anyOf: [names("a"), names("b")] } }, names("a"), names("b")] },
  ],
  [
    "allOf(a || b; oneOf(c; d))",
    { allOf: [{ anyOf: [names("a"), names("b")] }, { oneOf: [names("c"), names("d")] }] },
  ],
];

describe("what is said of members", () => {
  it.each(pairs)("%s", (text, schema) => {
    expect(readPresence(text)).toEqual({ ok: true, value: schema });
    expect(writePresence(schema)).toBe(text);
  });

  it("takes blanks and parentheses that say nothing more", () => {
    expect(readPresence(" oneOf( (a) ;b&&(c&&d) ) ")).toEqual({
      ok: true,
      value: { oneOf: [names("a"), names("b", "c", "d")] },
    });
  });

  it.each([
    ["", 0, "a name is missing at the end"],
    ["a &&", 4, "a name is missing at the end"],
    ["(a || b", 0, "the parenthesis does not close"],
    ["a b", 2, "'b'"],
    ["a & b", 2, "'& b'"],
    ["a && true", 5, "'true'"],
    ["oneOf(a; ; b)", 9, "';'"],
    ['"a', 0, "'\"a'"],
    ['"\\x"', 0, '"\\x" is no JSON string'],
    ["!a && !b", 6, "a second 'not' beside another: write '!(a || b)'"],
    ["(a || b) && (c || d)", 12, "a second 'anyOf' beside another: write 'allOf(a || b; c || d)'"],
  ])("%s goes wrong at %i", (text, at, problem) => {
    expect(readPresence(text)).toMatchObject({ ok: false, at, problem });
  });

  it("does not go deeper than the stack", () => {
    expect(readPresence("(".repeat(100_000))).toMatchObject({ ok: false });
    expect(readPresence("!".repeat(100_000))).toMatchObject({ ok: false });
  });

  it.each([
    { required: [] },
    { required: ["a", "a"] },
    { anyOf: [] },
    { anyOf: [{ type: "string" }] },
    { not: { properties: {} } },
    { properties: {} },
    [],
    null,
  ])("has no words for %j", (schema) => {
    expect(writePresence(schema)).toBeUndefined();
  });

  it("never throws, and writes what it read", () => {
    const next = seeded(7);
    const tokens = [
      "a",
      '"b c"',
      "true",
      "!",
      "(",
      ")",
      ";",
      "&&",
      "||",
      "oneOf(",
      "not",
      " ",
      '"',
      "\\",
    ];
    let understood = 0;
    for (let round = 0; round < 20_000; round++) {
      const length = 1 + Math.floor(next() * 9);
      const text = Array.from(
        { length },
        () => tokens[Math.floor(next() * tokens.length)] ?? "",
      ).join(" ");
      const read = readPresence(text);
      if (!read.ok) continue;
      const written = writePresence(read.value);
      // Names twice are not written.
      if (written === undefined) continue;
      understood++;
      expect(readPresence(written), text).toEqual(read);
    }
    expect(understood).toBeGreaterThan(500);
  });
});

describe("what is said of formats", () => {
  const formats = [{ format: "ipv4" }, { format: "ipv6" }];

  it("is alternatives", () => {
    expect(writeFormats({ oneOf: formats })).toBe("oneOf(ipv4; ipv6)");
    expect(writeFormats({ anyOf: formats })).toBe("ipv4 || ipv6");
    expect(formatsOf({ oneOf: [names("ipv4"), names("ipv6")] })).toEqual({ oneOf: formats });
  });

  it("is not two at once, nor members", () => {
    expect(formatsOf({ anyOf: [names("a", "b"), names("c")] })).toBeUndefined();
    expect(writeFormats({ anyOf: [{ required: ["a"] }] })).toBeUndefined();
    expect(writeFormats({ anyOf: [{ format: 1 }] })).toBeUndefined();
  });
});
