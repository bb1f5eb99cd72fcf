import type { YamlValue } from "../../../generators/render/yaml/index.js";
import { nestedIn, RandomValues } from "./random.js";

const words =
  "The quick brown fox jumps over the lazy dog, and it's on its way to where the line is folded";

/** Texts that YAML 1.1 could read as something else, or that need quotes, escapes or blocks. */
const texts = [
  ...["", "~", "null", "Null", "true", "True", "yes", "on", "off", "y", "N", "no", "No"],
  ...[
    "0",
    "-1",
    "+1",
    "1.10",
    "1e3",
    "1e999",
    "1_000",
    "010",
    "08",
    "0x1F",
    "0o17",
    "0b101",
    "-0b1",
  ],
  ...[
    "0b+1",
    "9223372036854775808",
    "18446744073709551616",
    "0x1ffffffffffffffff",
    "0xffffffffffffffff",
  ],
  ...[".5", ".5_0", "._5", ".inf", "-.Inf", ".nan", ".", "..", "...", "...x", "---", "--- x", "--"],
  ...[
    "1:30",
    "1:60",
    "12:30:45.5",
    "2024-01-01",
    "2024-02-30",
    "2024-1-2T3:4:5Z",
    "2024-01-01 10:00:00",
  ],
  ...["2024-01-01T10:00:00+25:00", "2024-01-01T24:00:00Z", "20240101", "2024-01", "<<", "="],
  ...["a: b", "a:b", "a:", ":a", ": a", "- a", "-a", "-", "?", "? a", "?a", "# a", "a # b", "a#b"],
  ...[
    "[a]",
    "{a}",
    "a[b]",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a`",
    "'a'",
    '"a"',
    "a'b",
    ",a",
  ],
  ...[
    " a",
    "a ",
    "  ",
    "a  b",
    "\ta",
    "a\tb",
    "a\\b",
    "a\rb",
    "a\u0000b",
    "a\u0007b",
    "\u001b",
    "\u00a0",
  ],
  ...[
    "é",
    "世界",
    "😀",
    "\ufeff",
    "\ufeffab c",
    "a\ufeffb",
    "\ufffd",
    "\u2028",
    "a\u2028b",
    "a \u2029b",
  ],
  ...[
    "a\n",
    "a\nb",
    "\na",
    "\n",
    "\n\n",
    "a\n\n",
    "a\n\nb",
    " a\nb",
    "a\n b",
    "a \nb",
    "a\nb ",
    "a\n\tb",
  ],
  ...["a: b\n# c\n", "---\na", "a\n😀", "a\n\u2028b\n", "a\nb\n\n\n"],
  `${words}. ${words}`,
  `${words}: ${words}`,
  `${words}  ${words}`,
  `'${words}' ${words}'`,
  `${words}😀 ${words}   ${words}`,
  `- ${words}😀  ${words}`,
  `http://example.com/${"long".repeat(30)} ${words}`,
  `${"x".repeat(79)} y`,
  `${"x".repeat(80)} y`,
  `${"é".repeat(80)} y z`,
];

const numbers = [
  ...[0, -0, 1, -1, 0.5, 1e5, 1e6, 123456.5, 1234567.5, 1e-4, 1e-5, 1e20, 1e21, -1e21, 1.5e300],
  ...[9007199254740991, 9223372036854775000, 2 ** 63, 2 ** 64, -(2 ** 63), -(2 ** 64), 5e-324, 0.1],
];

const keys = [
  ...[
    "a",
    "A",
    "b",
    "_",
    "-",
    "a1",
    "a2",
    "a10",
    "a9b",
    "a9",
    "float64X",
    "floatX",
    "int32X",
    "intX",
  ],
  ...[
    "x-kubernetes-int-or-string",
    "$ref",
    "é",
    "世",
    "ab",
    "a_b",
    "a-b",
    "a.b",
    "y",
    "on",
    "1",
    "1.5",
  ],
  ...[
    "",
    " a",
    "a: b",
    "a\nb",
    "k".repeat(128),
    "k".repeat(129),
    "é".repeat(64),
    "é".repeat(65),
    "a\u2028b",
  ],
];

const nested: readonly YamlValue[] = [
  [],
  {},
  [[]],
  [{}],
  [
    [[1, [2]], 3],
    [[], {}],
  ],
  { a: [], b: {}, c: [{ d: [1, { e: null }] }], f: { g: [[true], false] } },
  [{ a: 1, b: [{ c: 2 }] }, { d: "x\ny" }, "x\ny", ["x\ny\n"]],
  { [`${"k".repeat(129)}`]: [1, { a: 2 }], [`${"l".repeat(129)}`]: { a: 1, b: [2] }, z: "x\n\n" },
  { "a\nb": "c", "d\ne\n": ["f"], "\ng": { h: 1 } },
];

/** Around the depth where the indentation alone fills a line. */
const deep: readonly YamlValue[] = [36, 38, 39, 40, 41, 42, 60].map((levels) =>
  nestedIn({ levels, value: [...texts.filter((text) => text.includes(words)), "a b", "a: b c"] }),
);

const random = new RandomValues(7);

/** Values with the answers of Go checked in: hand-picked ones, and random ones for what nobody thought of. */
export const samples: readonly YamlValue[] = [
  ...texts.map((text) => ({ [`key of ${text.length}`]: text, list: [text] })),
  texts.filter((text) => !text.includes("\u2028")),
  Object.fromEntries(texts.slice(0, 12).map((text, index) => [text, index])),
  numbers,
  Object.fromEntries(keys.map((key, index) => [key, index])),
  ...nested,
  ...deep,
  ...Array.from({ length: 200 }, (_, index) => random.value(index % 5)),
];
