import { describe, expect, it } from "vitest";
import { duplicateFields } from "../../src/apiserver/request/body/duplicate-fields.js";
import { parseJsonBody } from "../../src/apiserver/request/body/json.js";
import { parseMerging } from "../../src/apiserver/request/body/merging-json.js";
import { parseYamlBody } from "../../src/apiserver/request/body/yaml.js";
import { encodeValue } from "../../src/apiserver/request/response/encode.js";
import { Warnings } from "../../src/apiserver/request/warnings.js";

const duplicates = (text: string): readonly string[] =>
  duplicateFields({ text, value: JSON.parse(text) });

/** JSON text of a seeded shape, and the paths of its duplicates. */
function randomText(seed: number): { readonly text: string; readonly paths: ReadonlySet<string> } {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const paths = new Set<string>();
  const space = (): string => ["", " ", "\n\t"][next(3)] ?? "";
  const value = (path: string, depth: number): string => {
    const kind = depth > 3 ? 2 : next(4);
    if (kind === 0) {
      const seen = new Set<string>();
      const members = Array.from({ length: next(5) }, () => {
        const name = ["a", "b", 'q"', "c\\", "d:e"][next(5)] ?? "";
        const inner = path === "" ? name : `${path}.${name}`;
        if (seen.has(name)) paths.add(inner);
        seen.add(name);
        return `${space()}${JSON.stringify(name)}${space()}:${space()}${value(inner, depth + 1)}`;
      });
      return `{${members.join(",")}${space()}}`;
    }
    if (kind === 1) {
      const items = Array.from({ length: next(4) }, (_, index) =>
        value(`${path}[${index}]`, depth + 1),
      );
      return `[${items.join(`${space()},${space()}`)}]`;
    }
    return ['"x"', '"a\\":{"', "-1.5e3", "true", "null"][next(5)] ?? "0";
  };
  return { text: value("", 0), paths };
}

describe("duplicateFields", () => {
  it.each([
    ['{"a":1,"b":{"a":2}}', []],
    ['{"a":1,"a":2,"a":3}', ["a"]],
    ['{"spec":{"x":1,"x":2},"list":[{"y":1},{"y":1,"y":2}]}', ["spec.x", "list[1].y"]],
    ['{"a":"\\"a\\":","a":1}', ["a"]],
    ['{"\\u0061":1,"a":2}', ["a"]],
  ])("%s", (text, expected) => {
    expect(duplicates(text)).toEqual(expected);
  });

  it("finds all of them in any text", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const { text, paths } = randomText(seed);
      expect(new Set(duplicates(text)), text).toEqual(paths);
    }
  });
});

describe("parseMerging", () => {
  it("reads text without duplicates as JSON.parse does", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const { text, paths } = randomText(seed);
      if (paths.size === 0) expect(parseMerging(text)).toEqual(JSON.parse(text));
    }
  });

  it("goes on with objects, and takes the last of other values", () => {
    const text = '{"d":{"k":"v","k":"w"}, "d":{"l":"x"},"n":1,"n":[2]}';
    expect(parseMerging(text)).toEqual({ d: { k: "w", l: "x" }, n: [2] });
  });
});

describe("parseJsonBody", () => {
  it.each([
    ["9007199254740993", 9007199254740993n],
    ["18446744073709551616", 18446744073709552000],
    ['"\\ud800 alone \\ud83d\\ude00"', "\ufffd alone \u{1f600}"],
  ])("reads %s", (text, value) => {
    expect(parseJsonBody(`{"a":${text}}`).value).toEqual({ a: value });
  });

  it.each([
    ["{", "unexpected end of JSON input"],
    ["", "unexpected end of JSON input"],
    ["{} trailing", "invalid character 't' after top-level value"],
    ["[1 2]", "invalid character '2' after array element"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ["\ufeff{}", "invalid character 'ï' looking for beginning of value"],
  ])("refuses %j in Go's words", (text, message) => {
    expect(() => parseJsonBody(text)).toThrow(message);
  });
});

describe("parseYamlBody", () => {
  it.each([
    ["a: yes\nb: no\nc: on", { a: true, b: false, c: true }],
    ["a: 2001-01-01\nb: 1:30\nc: .", { a: "2001-01-01", b: "1:30", c: "." }],
    ["1: x\ntrue: z", { "1": "x", true: "z" }],
    ["a: 0x1f\nb: 1_000\nc: 9007199254740993", { a: 31, b: 1000, c: 9007199254740993n }],
    ["a: &x {b: 1}\nc: {<<: *x, d: 2}", { a: { b: 1 }, c: { b: 1, d: 2 } }],
    ["a: 1\n---\nb: 2", { a: 1 }],
    ["a: 1\na: 2", { a: 2 }],
    ["", null],
    // They end a line, and stay in the text; U+0085 becomes a line feed. Read by sigs.k8s.io/yaml 1.6.
    ["a: x \u2028  y\nb: 1\n", { a: "x\u2028y", b: 1 }],
    ['a: "x\u2028 y"\n', { a: "x\u2028y" }],
    ["a: 'x\u2029\u2028 y'\n", { a: "x\u2029\u2028y" }],
    ["a: |\n  x\u2028  y\nb: 1\n", { a: "x\u2028y\n", b: 1 }],
    ["a: |\n  x\u2028b: 1\n", { a: "x\u2028", b: 1 }],
    ["a: >\n  x\u2028  y\n  z\n", { a: "x\u2028y z\n" }],
    ['{"a": "x\u2028y"}', { a: "x\u2028y" }],
    ["a: x\u0085 y\n", { a: "x y" }],
    ['a: "x\u0085 y"\n', { a: "x y" }],
    ["a: |\n  x\u0085  y\n", { a: "x\ny\n" }],
  ])("reads %j", (text, value) => {
    expect(parseYamlBody(text).value).toEqual(value);
  });

  it("tells duplicate keys with their lines", () => {
    expect(parseYamlBody("a: 1\nb:\n  c: 1\n  c: 2\n").strictErrors).toEqual([
      'line 4: key "c" already set in map',
    ]);
  });

  it.each(["a: b: c", "[", "a: .nan", "a: *nobody"])("refuses %j", (text) => {
    expect(() => parseYamlBody(text)).toThrow();
  });

  it("does not open a billion laughs", () => {
    const lines = ['a0: &a0 ["lol"]'];
    for (let level = 1; level < 12; level++) {
      const before = Array.from({ length: 10 }, () => `*a${level - 1}`).join(",");
      lines.push(`a${level}: &a${level} [${before}]`);
    }
    expect(() => parseYamlBody(lines.join("\n"))).toThrow();
  });
});

describe("encodeValue", () => {
  const text = (value: unknown, options: { format: "json" | "yaml"; pretty: boolean }): string =>
    Buffer.from(encodeValue(value, options)).toString();

  it("indents as JSON.stringify does", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const value = JSON.parse(randomText(seed).text);
      expect(text(value, { format: "json", pretty: true })).toBe(
        `${JSON.stringify(value, null, 2)}\n`,
      );
    }
    expect(text({ a: 2n ** 60n }, { format: "json", pretty: true })).toBe(
      '{\n  "a": 1152921504606846976\n}\n',
    );
  });

  it("writes YAML as the server does", () => {
    const value = {
      b: "757",
      a: { ".": {} },
      c: "yes",
      d: ["x", "2026-01-01T00:00:00Z"],
      e: "a: b",
      f: "",
    };
    expect(text(value, { format: "yaml", pretty: false })).toBe(
      'a:\n  .: {}\nb: "757"\nc: "yes"\nd:\n- x\n- "2026-01-01T00:00:00Z"\ne: \'a: b\'\nf: ""\n',
    );
  });
});

describe("Warnings", () => {
  it("come once each, quoted, without control characters", () => {
    const warnings = new Warnings();
    expect(warnings.headers()).toBeUndefined();
    for (const text of ['a "b" \\', "x", "x", "bad\ntext", ""]) warnings.add(text);
    expect(warnings.headers()).toEqual([String.raw`299 - "a \"b\" \\"`, '299 - "x"']);
  });

  it("are shortened when they are too many", () => {
    const warnings = new Warnings();
    for (let index = 0; index < 40; index++) warnings.add(`${index} ${"x".repeat(500)}`);
    const headers = warnings.headers() ?? [];
    expect(headers).toHaveLength(16);
    expect(headers.every((header) => header.length === 256 + 8)).toBe(true);
  });
});
