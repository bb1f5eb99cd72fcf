import { expect, it } from "vitest";
import { generatorNames } from "../../generators/model/generator-names.js";
import { goldenCases } from "./case.js";

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
  "version that is not the name of its folder, apply configurations as controller-gen asks for them":
    "examples/controller-gen-tags",
} as const;

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
