import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { generatorNames } from "../../generators/model/generator-names.js";
import { tagTable } from "../../generators/model/tags/index.js";
import { goldenCases, inputOf } from "./case.js";
import { codeGeneratorFeatures } from "./features.js";
import { runProject } from "./run.js";

/** Features that code-generator shows in projects of examples, and the cases that show them here. */
const features = {
  "several groups in one clientset": "examples/groups",
  "groups with one first segment": "examples/groups",
  "method of a foreign type, with and without subresource": "examples/groups",
  "every verb of extension methods": "client-gen/methods",
  "members called as those of every object": "examples/groups",
  "status that holds itself": "examples/groups",
  "apiVersion and kind declared again": "applyconfiguration-gen/type-meta",
  "embedded foreign types": "examples/groups",
  "type without members": "examples/groups",
  "types of another version": "examples/types-of-another-version",
  "group without a name": "examples/install",
  "install functions of groups": "examples/install",
  "conversion of equal, unequal and recursive types, by hand in lists and maps": "examples/install",
  "expansion of a lister": "examples/install",
  "register functions by hand": "register-gen/hand-written-register",
  "one group in folders of its own": "examples/single",
  "folders and names with capitals": "examples/mixed-case",
  "group with a hyphen": "examples/hyphen-group",
  "lists of a fixed length": "examples/tuples",
  "version that is not the name of its folder, apply configurations as controller-gen asks for them":
    "examples/controller-gen-tags",
} as const;

const repository = fileURLToPath(new URL("../..", import.meta.url));

const cases = goldenCases().map(({ generator, name }) => `${generator}/${name}`);

it("every generator has golden cases", () => {
  const without = generatorNames.filter((name) => !cases.some((one) => one.startsWith(`${name}/`)));
  expect(without).toEqual([]);
});

it("every feature of code-generator's examples has a golden case, and every example a feature", () => {
  const shown = new Set<string>(Object.values(features));
  expect([...shown].filter((one) => !cases.includes(one))).toEqual([]);
  const examples = cases.filter((one) => one.startsWith("examples/"));
  expect(examples.filter((one) => !shown.has(one))).toEqual([]);
});

const texts = new Map(
  goldenCases().map((golden) => [
    `${golden.generator}/${golden.name}`,
    [...inputOf(golden).values()].join("\n"),
  ]),
);

it.each(Object.entries(codeGeneratorFeatures))("every feature of %s is shown", (_, rows) => {
  const missing = rows.filter(([, place, evidence]) => {
    const text =
      typeof evidence === "string"
        ? readFileSync(join(repository, place), "utf8")
        : texts.get(place);
    return typeof evidence === "string" ? !text?.includes(evidence) : !evidence.test(text ?? "");
  });
  expect(missing).toEqual([]);
});

/** Generators that code-generator has, too. */
const counterparts = Object.keys(codeGeneratorFeatures);

function uses(text: string, name: string): boolean {
  const at = text.indexOf(`+${name}`);
  return (
    at !== -1 &&
    (!/[\w:-]/.test(text[at + name.length + 1] ?? "") || uses(text.slice(at + 1), name))
  );
}

const read = tagTable.filter(
  ({ tool, readBy }) => counterparts.includes(tool) && readBy.some((one) => one === tool),
);

it.each(read.map(({ name, tool }) => [name, tool]))("+%s has a golden case of %s", (name, tool) => {
  const shown = [...texts].filter(([one, text]) => one.startsWith(`${tool}/`) && uses(text, name));
  expect(shown.map(([one]) => one)).not.toEqual([]);
});

const refused = tagTable.filter((entry) => entry.refused !== undefined);

it.each(refused.map((entry) => [entry.example, entry] as const))(
  "%s is an error that says what to do instead",
  async (example, { targets, refused }) => {
    const [target] = targets;
    const above = (one: string) => (target === one ? `// ${example}\n` : "");
    const folder = "src/apis/example.com/v1";
    const { report } = await runProject({
      project: new Map([
        [`${folder}/doc.ts`, `// +groupName=example.com\n${above("package")}export {};\n`],
        [
          `${folder}/types.ts`,
          `${above("type")}export interface Spec {\n${above("member")}name: string;\n}\n`,
        ],
      ]),
      generator: "deepcopy-gen",
    });
    expect(report).toContain("error tag/no-counterpart");
    expect(report).toContain(refused);
  },
);
