import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { patternTexts } from "../../generators/samples-gen/pattern-texts.js";
import { firstSentence } from "../../generators/samples-gen/sentence.js";
import { Pattern } from "../../packages/crd-runtime/src/schema/value/pattern.js";
import { runProject } from "../golden/run.js";
import { randomApi } from "../random-api/random-api.js";

const generator = "samples-gen";
const aboutSamples = (report: string): readonly string[] =>
  report.split("\n").filter((line) => / sample\//.test(line));

describe("samples of random APIs", () => {
  const seeds = Array.from({ length: 40 }, (_, at) => at + 1);

  it.each(seeds)(
    "are there, and pass their own checks when they are read again (seed %i)",
    async (seed) => {
      const project = randomApi({ seed });
      const definitions = (await runProject({ project, generator: "crd-gen" })).files;
      const made = await runProject({ project, generator });
      expect(aboutSamples(made.report)).toEqual([]);
      const served = [...definitions.values()].flatMap(
        (text) => text.match(/^ {4}served: true$/gm) ?? [],
      ).length;
      expect(made.files.size).toBe(served);
      for (const text of made.files.values()) expect(parseDocument(text).errors).toEqual([]);
      const again = await runProject({ project: new Map([...project, ...made.files]), generator });
      expect(aboutSamples(again.report)).toEqual([]);
      expect(again.files).toEqual(made.files);
    },
  );
});

describe("texts for patterns", () => {
  it.each([
    "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
    "^projects/[^/]+/topics/[\\w.-]{3,}$",
    "^(?i:yes|no)$",
    "(?i)^abc\\d{2,3}$",
    "^\\p{Lu}\\P{L}$",
    "^[[:upper:]][[:^upper:]]\\x41\\x{42}\\103$",
    "^\\Qa.b\\E\\.(?P<name>c|d)$",
    "^[^\\s\\d]+@[a-z]+\\.[a-z]{2,}$",
    "^([a-f0-9]{40}|[a-f0-9]{64})$",
    "^[]a-]+-[a-c-]$",
    "^a{2,}b{3}c{0,1}$",
    "^$",
    "\\bword\\b",
  ])("has one that %s matches", (pattern) => {
    const texts = [...patternTexts(pattern)];
    expect(texts.filter((text) => new Pattern(pattern).matches(text))).not.toEqual([]);
    expect([...patternTexts(pattern)]).toEqual(texts);
  });

  it.each(["^(?=a)", "[", "\\8", "(", "\\p{Nothing}"])("has none for %s", (pattern) => {
    expect([...patternTexts(pattern)]).toEqual([]);
  });
});

it("integers that numbers of JavaScript do not hold stay exact in samples", async () => {
  const types = `import type { int64, ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:object:root=true
export interface Counter extends TypeMeta {
  metadata: ObjectMeta;
  spec: CounterSpec;
}

export interface CounterSpec {
  // +crd-project:schema={"default":9007199254740993}
  start?: int64;
  // +crd-project:schema={"enum":[9007199254740995,9007199254740997]}
  step: int64;
}
`;
  const folder = "src/apis/example.com/v1";
  const project = new Map([
    [`${folder}/doc.ts`, "// +groupName=example.com\n"],
    [`${folder}/types.ts`, types],
  ]);
  const { files, report } = await runProject({ project, generator });
  expect(aboutSamples(report)).toEqual([]);
  const [text = ""] = files.values();
  expect(text).toContain("start: 9007199254740993\n");
  expect(text).toContain("step: 9007199254740995\n");
  // They are checked when they are read again.
  const again = await runProject({ project: new Map([...project, ...files]), generator });
  expect(aboutSamples(again.report)).toEqual([]);
  expect(again.files).toEqual(files);
});

describe("rules that match texts with patterns", () => {
  it.each([
    ["self.matches('^release-[0-9]+\\\\.[0-9]+$')", /^release-\d+\.\d+$/],
    ["self.matches(r'^release-\\d{3}$') && self.size() > 3", /^release-\d{3}$/],
    ["matches(self, '^[a-z]+/[0-9]{2}$')", /^[a-z]+\/\d{2}$/],
    [
      "self.split('@').size() == 2 && self.split('@')[1].matches('^sha-[a-f0-9]{4}$')",
      /^[^@]+@sha-[a-f0-9]{4}$/,
    ],
  ])("get a text that matches: %s", async (rule, wanted) => {
    const types = `import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:object:root=true
export interface Release extends TypeMeta {
  metadata: ObjectMeta;
  spec: ReleaseSpec;
}

export interface ReleaseSpec {
  // +kubebuilder:validation:MaxLength=100
  // +kubebuilder:validation:XValidation:rule=${JSON.stringify(rule)}
  name: string;
}
`;
    const folder = "src/apis/example.com/v1";
    const project = new Map([
      [`${folder}/doc.ts`, "// +groupName=example.com\n"],
      [`${folder}/types.ts`, types],
    ]);
    const { files, report } = await runProject({ project, generator });
    expect(aboutSamples(report)).toEqual([]);
    const [text = ""] = files.values();
    expect(parseDocument(text).getIn(["spec", "name"])).toMatch(wanted);
  });
});

it.each([
  ["One. Two.", "One."],
  ["For instance (e.g. this) it goes on. Not this.", "For instance (e.g. this) it goes on."],
  ["No end\n\nAnother paragraph.", "No end"],
  ["Lines\nthat are\none sentence.", "Lines that are one sentence."],
  ["Version 1.2 of it! More", "Version 1.2 of it!"],
  ["", ""],
])("the first sentence of %j is %j", (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});
