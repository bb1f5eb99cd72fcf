import { describe, expect, it } from "vitest";
import { readDocuments, readYaml } from "../../generators/import-gen/read/documents.js";
import { readPlainYaml } from "../../generators/import-gen/read/plain-yaml.js";
import { exactJson } from "../../generators/model/index.js";
import { Dice } from "../schema/crossbreeds/dice.js";
import { corpusFiles, corpusMissing } from "./corpus.js";

/** Both readings of a text that the quick reader takes; undefined where it leaves it to the other one. */
function bothOf(text: string): { readonly quick: unknown; readonly placed: unknown } | undefined {
  if (readPlainYaml(text) === undefined) return undefined;
  const seen = ({ objects, problems }: ReturnType<typeof readYaml>) => ({
    values: objects.map(({ json }) => exactJson(json)),
    problems,
  });
  const source = { path: "crd.yaml", text };
  return { quick: seen(readDocuments(source)), placed: seen(readYaml(source)) };
}

/** What texts are made of: all that YAML has, with what often goes wrong. */
const parts = [
  ...["a", "b", "c: ", "d:", "x y", "'q'", '"r"', "'s': ", '"t": ', "- ", "? ", "?", ": ", ":"],
  ...["\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\n\n", "\r\n", "\t", " ", "   ", "\n\t", "-\t"],
  ...["{", "}", "[", "]", ", ", ",", "{}", "[]", "#", " #", "'", '"', "''", '""', "\\", "\\\n"],
  ...["|", ">", "|-\n", ">+\n", "|2\n", ">1-\n", "---", "\n---\n", "--- |\n", "...", "\n...\n"],
  ...["&a ", "*a", "!", "!!str ", "%", "`", "@", "=", "<<: ", "\\x41", "\\n", "\u0007", "\u007f"],
  ...["1", "-0", "0x1", "0o7", "1e3", "1e999", ".5", "1.", ".nan", "9007199254740993", "~", "null"],
  ...[
    "true",
    "yes",
    "no: ",
    "on",
    "__proto__: ",
    "\u00a0",
    "\u0085",
    "\u2028",
    "\ufeff",
    "é",
    "😀",
  ],
];

describe("plain YAML", () => {
  it("is read without places as with them, whatever is put together", () => {
    let taken = 0;
    for (let seed = 1; seed <= 20_000; seed++) {
      const dice = new Dice(seed);
      let text = seed % 2 === 0 ? "k:" : "";
      for (let left = 3 + dice.below(10); left > 0; left--) text += dice.pick(parts);
      const both = bothOf(text);
      if (both === undefined) continue;
      taken++;
      expect(both.quick, `${seed}: ${JSON.stringify(text)}`).toEqual(both.placed);
    }
    expect(taken).toBeGreaterThan(500);
  });

  it.skipIf(corpusMissing !== undefined)(
    `is what real definitions are, also where something in them is changed${corpusMissing === undefined ? "" : `: ${corpusMissing}`}`,
    () => {
      const files = corpusFiles();
      const left = files.filter(({ text }) => readPlainYaml(text) === undefined);
      expect(left.length).toBeLessThan(files.length / 20);
      let taken = 0;
      for (let seed = 1; seed <= 6000; seed++) {
        const dice = new Dice(seed);
        const lines = dice.pick(files).text.split("\n");
        const from = dice.below(lines.length);
        const indent = /^ */.exec(lines[from] ?? "")?.[0] ?? "";
        const some = lines.slice(from, from + 1 + dice.below(8));
        let text = some.map((line) => line.replace(indent, "")).join("\n");
        for (let changes = dice.below(4); changes > 0; changes--) {
          const at = dice.below(text.length + 1);
          const skipped = dice.below(3);
          const put = dice.below(3) === 0 ? "" : dice.pick(parts);
          text = `${text.slice(0, at)}${put}${text.slice(at + skipped)}`;
        }
        const both = bothOf(text);
        if (both === undefined) continue;
        taken++;
        expect(both.quick, `${seed}: ${JSON.stringify(text)}`).toEqual(both.placed);
      }
      expect(taken).toBeGreaterThan(1000);
    },
  );

  it.each([
    "a: &x 1\n",
    "a: !!str 1\n",
    "%YAML 1.2\n---\na: 1\n",
    "a: 1\na: 2\n",
    "a: yes\n",
    "on: a\n",
    "a: 0x10\n",
    "a: .inf\n",
    "<<: {}\n",
    "__proto__: {}\n",
    "? {}\n: a\n",
    "just text\n",
    "a: [\n",
    "a: [b]c: d\n",
    'a: "b"c\n',
    "  --- a\n",
    "a:\n\t\n",
    "a: |\n\n  ",
    "\ufeffa: 1\n",
    "a: b\u2028c\n",
    `a: ${"- ".repeat(200)}\n`,
    `${"k".repeat(1025)}: 1\n`,
  ])("is not what the other reader looks into: %j", (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it("has numbers, words and texts of the core schema", () => {
    const text = [
      "a: [~, null, True, FALSE, 1, -0, 1.50, .5, 1e3, 9e07380]",
      "b: 9007199254740993",
      'c: "1"',
      "d: 'yes'",
      "e: |",
      "  one",
      "  two",
      "f:",
      "1: {}",
      "---",
      "# nothing",
      "---",
      "g: h # comment",
      "",
    ];
    expect(readPlainYaml(text.join("\n"))).toEqual([
      {
        a: [null, null, true, false, 1, -0, 1.5, 0.5, 1000, "9e07380"],
        b: 9007199254740993n,
        c: "1",
        d: "yes",
        e: "one\ntwo\n",
        f: null,
        1: {},
      },
      null,
      { g: "h" },
    ]);
  });
});
