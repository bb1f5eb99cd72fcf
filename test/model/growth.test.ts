import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkModel, tagTable } from "../../generators/model/index.js";
import { checkValue, readMethod, scanValue, splitTag } from "../../generators/model/tags/index.js";
import { parseFile } from "../../generators/parse/index.js";
import { mutate, pick, seeded } from "./random.js";
import { StepCounter } from "./steps.js";

const counter = new StepCounter(/\/generators\/(?:model|parse|diagnostics)\//);
beforeAll(() => counter.start());
afterAll(() => counter.stop());

/** Steps for texts of one shape, the second twice as long: what takes twice as many steps is linear, what is quadratic takes four times. */
async function growth(input: {
  readonly text: (times: number) => string;
  readonly read: (text: string) => void;
}): Promise<{ readonly steps: number; readonly factor: number }> {
  const { text, read } = input;
  const count = (times: number): Promise<number> => counter.count(() => read(text(times)));
  read(text(1));
  const [steps, more] = [await count(400), await count(800)];
  return { steps, factor: more / steps };
}

function readTag(text: string): void {
  const { entry, ...tag } = splitTag(text);
  if (entry !== undefined) {
    for (const target of entry.targets) checkValue({ tag: { ...tag, entry }, target });
  }
  readMethod({ text, at: 0 });
  for (const type of ["any", "list", "string"] as const) scanValue({ text, at: 0 }, type);
}

/** Texts that make a reader go back, look ahead, or nest. */
const tags: Readonly<Record<string, (times: number) => string>> = {
  "a chain": (times) => `${"k8s:eachVal=+".repeat(times)}k8s:required`,
  "a chain with parentheses": (times) => `${"k8s:subfield(a)=+".repeat(times)}k8s:required`,
  parentheses: (times) => `k8s:subfield${"(".repeat(times)}`,
  "closed parentheses": (times) => `k8s:item${"(".repeat(times)}${")".repeat(times)}`,
  braces: (times) => `kubebuilder:default=${"{".repeat(times)}`,
  "closed braces": (times) => `kubebuilder:default=${"{".repeat(times)}${"}".repeat(times)}`,
  maps: (times) => `kubebuilder:default=${"{a: ".repeat(times)}`,
  "a long map": (times) => `kubebuilder:default={${"a: 1, ".repeat(times)}`,
  "a long list": (times) => `kubebuilder:validation:Enum=${"a;".repeat(times)}`,
  quotes: (times) => `kubebuilder:default=${'"'.repeat(times)}`,
  escapes: (times) => `kubebuilder:validation:Pattern="${'\\"'.repeat(times)}`,
  backticks: (times) => `kubebuilder:validation:Pattern=${"`a`,".repeat(times)}`,
  blanks: (times) => `kubebuilder:validation:Enum=${" ".repeat(times)}a`,
  colons: (times) => `kubebuilder${":".repeat(times)}`,
  "equal signs": (times) => `genclient${"=".repeat(times)}`,
  "a path": (times) => `kubebuilder:validation:${"items:".repeat(times)}MaxLength=1`,
  arguments: (times) => `kubebuilder:printcolumn:${"name=a,".repeat(times)}`,
  "a list of names": (times) => `genclient:onlyVerbs=${"get,".repeat(times)}`,
  json: (times) => `default=${"[".repeat(times)}`,
  remarks: (times) => `k8s:required ${"# a ".repeat(times)}`,
  "an unknown name": (times) => "a".repeat(times),
};

describe("the steps in which a tag is read grow with its length alone", () => {
  it.each(Object.entries(tags))("%s", async (_, text) => {
    const { steps, factor } = await growth({ text, read: readTag });
    expect(steps).toBeGreaterThan(0);
    expect(factor).toBeLessThan(2.2);
  });

  it("parts of examples, over and over", async () => {
    const random = seeded(11);
    for (let round = 0; round < 60; round++) {
      const example = pick(random, tagTable).example.slice(1);
      const part = mutate(random, example).slice(Math.floor(random() * example.length));
      const text = (times: number) => example + part.repeat(times / 40);
      const { factor } = await growth({ text, read: readTag });
      expect(factor, text(40)).toBeLessThan(2.4);
    }
  });
});

/** Files that have more and more of something. */
const files: Readonly<Record<string, (times: number) => string>> = {
  "comments above a type": (times) => `${"// +genclient\n".repeat(times)}export interface A {}\n`,
  "comments that are no tags": (times) => `${"// text\n\n".repeat(times)}export interface A {}\n`,
  "lines of one comment": (times) =>
    `/**\n${" * text +a\n".repeat(times)} */\nexport interface A {}\n`,
  "an open comment": (times) => `/** ${"* +a /* ".repeat(times)}`,
  members: (times) =>
    `export interface A {\n${Array.from({ length: times }, (_, at) => `  // +optional\n  m${at}?: string;\n`).join("")}}\n`,
  types: (times) =>
    Array.from({ length: times }, (_, at) => `// +a\nexport interface A${at} { a: string }\n`).join(
      "",
    ),
  "literals of a union": (times) =>
    `export type A = ${Array.from({ length: times }, (_, at) => `"${at}"`).join(" | ")};\n`,
  "lists in lists": (times) => `export type A = string${"[]".repeat(times / 20)};\n`,
  parentheses: (times) => `export type A = ${"(".repeat(times / 20)}`,
  "what is no type": (times) => `export interface A { ${"}{ ".repeat(times)}`,
  imports: (times) =>
    Array.from({ length: times }, (_, at) => `import type { A${at} } from "./a${at}.js";\n`).join(
      "",
    ),
};

describe("the steps in which a file is read grow with its length alone", () => {
  it.each(Object.entries(files))("%s", async (_, text) => {
    const path = "src/apis/example.com/v1/types.ts";
    const read = (source: string): void => {
      linkModel({
        files: [parseFile({ path, text: source })],
        config: { apis: "src/apis", client: "src/client" },
        expansions: [],
      });
    };
    const { factor } = await growth({ text, read });
    expect(factor).toBeLessThan(2.3);
  });
});
