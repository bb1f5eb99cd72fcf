import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../../../test/process/temporary-folder.js";
import { readCrds } from "../../../src/envtest/crds/read.js";
import { InvalidCrdError } from "../../../src/envtest/crds/source.js";

function files(contents: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(contents)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

function crd(plural: string, more = ""): string {
  return [
    "apiVersion: apiextensions.k8s.io/v1",
    "kind: CustomResourceDefinition",
    `metadata: { name: ${plural}.example.com }`,
    "spec:",
    "  group: example.com",
    "  scope: Namespaced",
    `  names: { plural: ${plural}, kind: K${plural} }`,
    "  versions:",
    "    - name: v1",
    "      served: true",
    "      storage: true",
    `      schema: { openAPIV3Schema: { type: object${more} } }`,
    "",
  ].join("\n");
}

const other = "apiVersion: v1\nkind: Namespace\nmetadata: { name: tools }\n";

function problemsOf(input: Parameters<typeof readCrds>[0]): readonly string[] {
  try {
    readCrds(input);
  } catch (error) {
    if (error instanceof InvalidCrdError) return error.problems;
    throw error;
  }
  return [];
}

function namesIn(input: Parameters<typeof readCrds>[0]): readonly (string | undefined)[] {
  return readCrds(input).map(({ definition }) => definition.metadata.name);
}

it("reads files, folders, URLs and objects, several documents, and passes over what is no CRD", () => {
  const folder = files({
    "b.yaml": `---\n${other}---\n${crd("bees")}---\n# nothing\n---\n${crd("ants")}`,
    "a.yml": crd("apes"),
    "c.json": JSON.stringify(readCrds({ crds: [files({ "x.yaml": crd("cats") })] })[0]?.definition),
    "deeper/d.yaml": crd("dogs"),
    "readme.md": "not a manifest",
    "kustomization.yaml": "resources: [a.yml]\n",
  });
  const single = files({ "e.yaml": crd("eels") });
  const [object] = readCrds({ crds: [files({ "f.yaml": crd("fish") })] });
  const crds = [folder, join(single, "e.yaml"), pathToFileURL(join(folder, "deeper"))];
  const found = readCrds({ crds: object === undefined ? crds : [...crds, object.definition] });
  expect(found.map(({ definition, origin }) => [definition.metadata.name, origin])).toEqual([
    ["apes.example.com", join(folder, "a.yml")],
    ["bees.example.com", `${join(folder, "b.yaml")}, document 2`],
    ["ants.example.com", `${join(folder, "b.yaml")}, document 4`],
    ["cats.example.com", join(folder, "c.json")],
    ["eels.example.com", join(single, "e.yaml")],
    ["dogs.example.com", join(folder, "deeper/d.yaml")],
    ["fish.example.com", "crds[3]"],
  ]);
});

it("reads the items of a list", () => {
  const item = (plural: string) =>
    JSON.stringify(readCrds({ crds: [files({ "x.yaml": crd(plural) })] })[0]?.definition);
  const text = `{"apiVersion":"v1","kind":"List","items":[${item("ants")},{"kind":"Pod"},${item("bees")}]}`;
  expect(namesIn({ crds: [files({ "list.json": text })] })).toEqual([
    "ants.example.com",
    "bees.example.com",
  ]);
});

it("reads line separators as Go does, which indents what follows", () => {
  const schema = ", description: 'a\u2028    b'";
  const [source] = readCrds({ crds: [files({ "x.yaml": crd("ants", schema) })] });
  const [version] = source?.definition.spec.versions ?? [];
  expect(version?.schema?.openAPIV3Schema?.description).toBe("a\u2028b");
});

it("keeps whole numbers beyond 2^53", () => {
  const schema = ", properties: { n: { type: integer, maximum: 9223372036854775807, minimum: 5 } }";
  const [source] = readCrds({ crds: [files({ "x.yaml": crd("ants", schema) })] });
  expect(source?.definition.spec.versions[0]?.schema?.openAPIV3Schema?.properties?.["n"]).toEqual({
    type: "integer",
    maximum: 9223372036854775807n,
    minimum: 5,
  });
});

it("names file and document of everything that is wrong", () => {
  const folder = files({
    "a.yaml": `${crd("ants")}---\n${crd("bees")}---\n${crd("ants")}`,
    "b.yaml": "a: [1\n",
    "c.json": "{",
    "d.yaml": crd("cats").replace("scope: Namespaced", "scope: Everywhere"),
    "e.yaml": crd("dogs").replace("name: dogs.example.com", "name: dogs.example.org"),
    "f.yaml": crd("eels").replace("extensions.k8s.io/v1", "extensions.k8s.io/v1beta1"),
    "g.yaml": "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n",
  });
  const nothing = join(folder, "nothing");
  const at = (name: string) => join(folder, name);
  const problems = problemsOf({ crds: [folder, nothing] });
  expect(problems).toEqual([
    `${at("a.yaml")}, document 3: ants.example.com is defined a second time, after ${at("a.yaml")}, document 1`,
    expect.stringContaining(`${at("b.yaml")}: `),
    expect.stringContaining(`${at("c.json")}: `),
    `${at("d.yaml")}: spec.scope: Invalid option: expected one of "Namespaced"|"Cluster"`,
    `${at("e.yaml")}: metadata.name: must be 'dogs.example.com', and is 'dogs.example.org'`,
    `${at("f.yaml")}: apiVersion: Invalid input: expected "apiextensions.k8s.io/v1"`,
    `${at("g.yaml")}: metadata: Invalid input: expected object, received undefined`,
    `${nothing}: there is no such file or folder`,
  ]);
  expect(problems[1]).toContain("at line 2, column 1");
});

it("passes over missing paths, and those without a CRD, only when it is told to", () => {
  const folder = files({ "a.yaml": other });
  const crds = [folder, join(folder, "nothing")];
  expect(problemsOf({ crds })).toEqual([
    `${folder}: there is no CustomResourceDefinition in it`,
    `${join(folder, "nothing")}: there is no such file or folder`,
  ]);
  expect(readCrds({ crds, errorIfPathMissing: false })).toEqual([]);
});

it("tells of the same name in a file and an object", () => {
  const folder = files({ "a.yaml": crd("ants") });
  const [source] = readCrds({ crds: [folder] });
  expect(source).toBeDefined();
  if (source === undefined) return;
  expect(problemsOf({ crds: [folder, source.definition] })).toEqual([
    `crds[1]: ants.example.com is defined a second time, after ${join(folder, "a.yaml")}`,
  ]);
});
