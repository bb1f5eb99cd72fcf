import type { Dice } from "../../random-api/dice.js";

const words = [
  ...["a", "field", "of: many", "it's", '"quoted"', "`code`", "- dash", "# hash", "true", "1.10"],
  ...["übergröße", "世界", "\\n", "{brace}", "*", "&and", "%", "!no", "key:", "a much longer word"],
  ...["TODO", "<br>", "e.g.", "x  y", "'", "|", ">", "@at", "?", "[list]", "~", "null", "0x1F"],
  ...[
    "2024-01-01",
    "\ttab",
    "--",
    "---",
    "''",
    '"',
    "\\",
    'C:\\dir\\"x"',
    "a\u00a0b",
    "😀",
    ":",
    ",",
  ],
  ...[
    "{{.x}}",
    "$ref",
    "=",
    "https://example.com/a/path/that-has-no-blank-in-it?and=a&query=%20",
    "```",
  ],
  ...["a\u0301", "\u200b", "x".repeat(90), "+1", "//", "/*", "<<", "...", "%YAML"],
];
const indents = ["", "", "", "", "", "  ", "   - ", "\t", "- ", "* ", "1. ", "--- ", "# "];
const ends = ["", "", "", "", " ", "\t", "  ", ".", "\\"];

/** Lines of a comment, none of which is a marker. */
export function randomComment(dice: Dice): readonly string[] {
  if (dice.chance(0.35)) return [];
  const lines = Array.from({ length: 1 + dice.below(3) }, () => {
    const length = 1 + dice.below(dice.chance(0.2) ? 40 : 6);
    const text = Array.from({ length }, () => dice.pick(words)).join(dice.chance(0.9) ? " " : "  ");
    return `${dice.pick(indents)}${text}${dice.pick(ends)}`;
  });
  const all = dice.chance(0.2) ? [...lines, "", dice.pick(words)] : lines;
  return all.map((line) => (line.trimStart().startsWith("+") ? `x ${line}` : line));
}

const names = [
  ...["name", "size", "replicas", "labels", "on", "y", "n", "null", "a-b", "X", "true", "template"],
  ...[
    "ports",
    "no",
    "items",
    "host_name",
    "URL",
    "kind2",
    "metadata2",
    "long-name-of-a-field",
    "i",
  ],
];
const syllables = [
  "a",
  "b",
  "A",
  "B",
  "Ab",
  "1",
  "2",
  "10",
  "02",
  "_",
  "-",
  ".",
  "é",
  "$",
  "x",
  "Z",
  "/",
];

/** Different names of members. */
export function randomNames(input: {
  readonly dice: Dice;
  readonly taken: ReadonlySet<string>;
}): readonly string[] {
  const { dice, taken } = input;
  const made = Array.from({ length: 8 }, () =>
    Array.from({ length: 1 + dice.below(4) }, () => dice.pick(syllables)).join(""),
  );
  // Keys with numbers in front of other characters have no order in go-yaml: it takes 02 < 10a < 1b < 02.
  const all = [...names, ...made.filter((name) => name !== "-" && !/\d\D/.test(name))];
  return dice.shuffled([...new Set(all)].filter((name) => !taken.has(name)));
}
