import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readDocuments } from "../../../generators/import-gen/read/documents.js";
import { writeYaml, type YamlValue } from "../../../generators/render/yaml/index.js";
import { goMissing, marshalWithGo } from "../go-tools.js";
import { nestedIn, RandomValues } from "./random.js";

interface Golden {
  readonly value: YamlValue;
  readonly yaml: string;
}

const golden: readonly Golden[] = JSON.parse(
  readFileSync(new URL("golden.json", import.meta.url), "utf8"),
);

/** The key `<<`, which go-yaml writes so that it reads back as something else. */
function hasMergeKey(value: YamlValue | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, member]) => key === "<<" || hasMergeKey(member));
}

describe("writeYaml", () => {
  it("writes what sigs.k8s.io/yaml wrote for the same values", () => {
    expect(golden.length).toBeGreaterThan(300);
    for (const { value, yaml } of golden.filter((sample) => !hasMergeKey(sample.value))) {
      expect(writeYaml(value)).toBe(yaml);
    }
  });

  const reason = goMissing();
  it.skipIf(reason !== undefined)(
    `writes what sigs.k8s.io/yaml writes for random values${reason === undefined ? "" : ` (skipped: ${reason.trim()})`}`,
    () => {
      const random = new RandomValues(20_260_101);
      const values = Array.from({ length: 20_000 }, (_, index) => random.value(index % 5))
        // Some where little room is left on a line, or none.
        .map((value, index) =>
          index % 4 === 0 ? nestedIn({ levels: (index / 4) % 50, value }) : value,
        )
        .filter((value) => !hasMergeKey(value));
      const answers = marshalWithGo(values.map((value) => JSON.stringify(value)));
      expect(answers.length).toBe(values.length);
      for (const [index, value] of values.entries()) {
        expect(writeYaml(value)).toBe(answers[index]?.yaml);
      }
    },
  );

  it("reads back as the same value", () => {
    const random = new RandomValues(4);
    for (let index = 0; index < 3000; index++) {
      const value = random.value(index % 5);
      // Readers of YAML 1.2 know no line break but LF and CR, so U+2028 and U+2029 are left to the test against Go.
      if (/[\u2028\u2029]/.test(JSON.stringify(value))) continue;
      const text = writeYaml(value);
      expect(parse(text), text).toEqual(JSON.parse(JSON.stringify(value)));
    }
  });

  it("is read by an import as the same value, with the line breaks of YAML 1.1 in it, too", () => {
    const random = new RandomValues(5);
    const breaks = ["\u2028", "\u2029", "\u2028\u2029"].flatMap((at) => [
      `a${at}b`,
      `a ${at}  b`,
      `${at}a`,
      `a${at}`,
      `a\n${at}b\nc`,
      `a${at}\n  b${at}  c\n`,
      `\n${at}a`,
      `self == '${at}'`,
    ]);
    const values = Array.from({ length: 500 }, (_, index) => random.value(index % 5))
      .map((value): YamlValue => ({ value, breaks, nested: [{ breaks, value }] }))
      .filter((value) => !hasMergeKey(value));
    for (const value of values) {
      const text = writeYaml(value);
      const { objects, problems } = readDocuments({ path: "a.yaml", text });
      expect(problems, text).toEqual([]);
      expect(objects[0]?.json, text).toEqual(JSON.parse(JSON.stringify(value)));
    }
  });

  it("keeps integers exact that a double cannot hold", () => {
    expect(writeYaml({ a: 9007199254740993n, b: -(2n ** 63n), c: 2n ** 64n })).toBe(
      "a: 9007199254740993\nb: -9223372036854775808\nc: 1.8446744073709552e+19\n",
    );
  });

  it("leaves out members that are undefined", () => {
    expect(writeYaml({ a: undefined, b: { c: undefined }, d: 1 })).toBe("b: {}\nd: 1\n");
  });

  it("keeps members whose names JavaScript treats specially", () => {
    const value: YamlValue = JSON.parse('{"__proto__":{"constructor":1},"constructor":2}');
    expect(writeYaml(value)).toBe("__proto__:\n  constructor: 1\nconstructor: 2\n");
  });

  it("quotes the key that would read as an instruction to merge", () => {
    expect(writeYaml({ "<<": { a: 1 } })).toBe('"<<":\n  a: 1\n');
  });

  it("escapes control characters that go-yaml refuses or turns into blanks", () => {
    expect(writeYaml(["\u007f", "a\u0085b", "\u009f"])).toBe('- "\\x7F"\n- "a\\Nb"\n- "\\x9F"\n');
  });

  it("replaces lone surrogates, as Go's JSON does", () => {
    expect(writeYaml({ "a\ud800": "\udfffb" })).toBe("a\ufffd: \ufffdb\n");
  });

  it("writes a scalar as a document of its own", () => {
    expect(writeYaml("on")).toBe('"on"\n');
    expect(writeYaml("a\nb\n")).toBe("|\n  a\n  b\n");
    expect(writeYaml(null)).toBe("null\n");
  });

  it("refuses numbers that JSON does not have", () => {
    expect(() => writeYaml({ a: Number.NaN })).toThrow(RangeError);
    expect(() => writeYaml([Number.NEGATIVE_INFINITY])).toThrow(RangeError);
  });
});
