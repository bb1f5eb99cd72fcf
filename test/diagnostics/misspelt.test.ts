import { describe, expect, it } from "vitest";
import {
  type TagEntry,
  type TagTarget,
  type TagValue,
  tagTable,
} from "../../generators/model/index.js";
import { aliasesOf } from "../../generators/model/tags/index.js";
import { runProject } from "../golden/run.js";

const folder = "src/apis/example.com/v1";

/**
 * What is known of the letters of each kind of value: it is made of words of the table, its names are, another tag follows, or any
 * text, number or name of the user's may stand there, so that a misspelling is legal, or is found by what it names. A new kind does
 * not compile before it is here.
 */
const valueLetters: Readonly<Record<TagValue["kind"], "words" | "names" | "tag" | "any">> = {
  none: "words",
  flag: "words",
  boolean: "words",
  word: "words",
  words: "words",
  deepcopy: "words",
  arguments: "names",
  tag: "tag",
  text: "any",
  string: "any",
  integer: "any",
  number: "any",
  list: "any",
  any: "any",
  json: "any",
  presence: "any",
  defaulter: "any",
  conversion: "any",
  release: "any",
  groupVersionKind: "any",
  validation: "any",
  default: "any",
  typeNames: "any",
  method: "any",
};

/**
 * The letters that the tag table knows: of the name, of a value that is one of few words, of the names of arguments and those of
 * their values that are one of few, also in parentheses, and of the names of tags behind another.
 */
function knownLetters({ name, value, parentheses, example }: TagEntry): ReadonlySet<number> {
  const from = example.indexOf(name);
  const end =
    valueLetters[value.kind] === "words" && parentheses === undefined
      ? example.length
      : from + name.length;
  const known = new Set(Array.from({ length: end - from }, (_, at) => from + at));
  const add = (pattern: RegExp): void => {
    for (const { index, 0: word } of example.slice(end).matchAll(pattern)) {
      for (let at = 0; at < word.length; at++) known.add(end + index + at);
    }
  };
  if (parentheses !== undefined && parentheses.names !== "any") add(/\w+(?=: )/g);
  if (value.kind === "tag") add(/(?<==\+)[\w:]+/g);
  if (value.kind !== "arguments") return known;
  add(/\w+(?==)/g);
  for (const [argument, { oneOf }] of Object.entries(value.arguments)) {
    if (oneOf !== undefined) add(new RegExp(`(?<=[:,]${argument}=)\\w+`, "g"));
  }
  return known;
}

/** The example of a tag with one letter left out, and with one letter in the other case; one that is an alias of the tag is legal. */
function misspellings(entry: TagEntry): readonly string[] {
  const { example: name } = entry;
  const aliases = aliasesOf(entry.name);
  const found = new Set<string>();
  for (const at of knownLetters(entry)) {
    const letter = name.charAt(at);
    if (!/[a-z]/i.test(letter)) continue;
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    found.add(name.slice(0, at) + name.slice(at + 1));
    found.add(name.slice(0, at) + other + name.slice(at + 1));
  }
  const written = inOneCase({ entry, text: entry.example });
  return [...found].filter(
    (text) =>
      !aliases.includes(text.slice(1)) &&
      (written === undefined || inOneCase({ entry, text }) !== written),
  );
}

/** A tag with the arguments in lower case whose words are known in any; undefined where none of them is. */
function inOneCase(input: { readonly entry: TagEntry; readonly text: string }): string | undefined {
  const { entry, text } = input;
  if (entry.value.kind !== "arguments") return undefined;
  const names = Object.entries(entry.value.arguments).flatMap(([name, { anyCase }]) =>
    anyCase === true ? [name] : [],
  );
  if (names.length === 0) return undefined;
  return text.replace(
    new RegExp(`([:,](?:${names.join("|")})=)([^,]*)`, "g"),
    (_, name: string, value: string) => `${name}${value.toLowerCase()}`,
  );
}

/** A project in which each of the tags stands where it might, and the lines on which they do. */
function projectWith(input: { readonly tags: readonly string[]; readonly target: TagTarget }): {
  readonly files: ReadonlyMap<string, string>;
  readonly places: readonly string[];
} {
  const { tags, target } = input;
  const head = ["// +k8s:deepcopy-gen=package", "// +groupName=example.com"];
  const doc = [
    ...head,
    ...(target === "package" ? tags.map((tag) => `// ${tag}`) : []),
    "export {};",
  ];
  const types = [
    'import type { int32 } from "crd-runtime";',
    "",
    "export interface Plain {",
    "  name: string;",
    "}",
  ];
  const places: string[] = [];
  tags.forEach((tag, at) => {
    if (target === "package") {
      places.push(`${folder}/doc.ts:${head.length + at + 1}:`);
      return;
    }
    const lines = {
      type: [`// ${tag}`, `export interface Tagged${at} {`, "  size: int32;", "}"],
      member: [`export interface Tagged${at} {`, `  // ${tag}`, "  size: int32;", "}"],
      function: [
        `// ${tag}`,
        `export function tagged${at}(plain: Plain): void {`,
        "  plain.name;",
        "}",
      ],
      anywhere: [`// ${tag}`, "", `export function between${at}(): void {}`],
    }[target];
    types.push("", ...lines);
    const line = types.length - lines.length + lines.findIndex((text) => text.includes(tag)) + 1;
    places.push(`${folder}/types.ts:${line}:`);
  });
  const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
  return {
    files: new Map([
      [`${folder}/doc.ts`, text(doc)],
      [`${folder}/types.ts`, text(types)],
    ]),
    places,
  };
}

/** `+k8s:validation:*` and the like stand for any rest. */
const named = tagTable.filter(({ name }) => !name.endsWith("*"));
const cases = named.flatMap((entry) =>
  entry.targets.map((target) => [entry.name, target, entry] as const),
);

it("are those of all tags of the table, on all their targets", () => {
  const unnamed = tagTable.filter((entry) => !named.includes(entry)).map(({ name }) => name);
  expect(unnamed).toEqual(["k8s:validation:*", "protobuf.options.*"]);
  expect(new Set(cases.map(([name]) => name)).size).toBe(named.length);
  // Their own names at least.
  const without = named.filter((entry) => misspellings(entry).length < entry.name.length);
  expect(without.map(({ name }) => name)).toEqual([]);
  const families = ["crd-project:", "kubebuilder:", "k8s:openapi", "k8s:prerelease", "genclient"];
  for (const family of families) {
    expect(named.filter(({ name }) => name.startsWith(family)).length, family).toBeGreaterThan(1);
  }
});

describe("a tag with a letter too few, or in the wrong case, is reported", () => {
  it.each(cases)("+%s on %s", async (_, target, entry) => {
    const tags = misspellings(entry);
    const { files, places } = projectWith({ tags, target });
    const { report } = await runProject({ project: files });
    const silent = tags.filter((__, at) => !report.includes(places[at] ?? "?"));
    expect(silent).toEqual([]);
  });
});
