import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse, stringify } from "yaml";
import { runProject } from "../golden/run.js";
import { goMissing, patchWithControllerGen } from "./go-tools.js";

const types = `
import type { ObjectMeta, TypeMeta, int32 } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

export interface WidgetSpec {
  /** How large it is. */
  size: int32;
}
`;

const doc = "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n";

/** A project with the kind Widget in versions, of which the last one is stored. */
function project(manifests: Readonly<Record<string, string>>, versions = ["v1"]) {
  const config = {
    version: "0.1.0",
    generators: ["deepcopy-gen"],
    schemapatch: { manifests: "manifests", maxDescLen: 0 },
  };
  return new Map([
    ["crd-project.json", JSON.stringify(config)],
    ...versions.flatMap((version, at): (readonly [string, string])[] => {
      const stored = at === versions.length - 1 ? "// +kubebuilder:storageversion\n" : "";
      return [
        [`src/apis/example.com/${version}/doc.ts`, doc],
        [
          `src/apis/example.com/${version}/types.ts`,
          types.replace("export interface Widget ", `${stored}export interface Widget `),
        ],
      ];
    }),
    ...Object.entries(manifests).map(([name, text]) => [`manifests/${name}`, text] as const),
  ]);
}

async function patched(text: string, versions?: readonly string[]) {
  const { files, report } = await runProject({
    project: project({ "widgets.yaml": text }, versions && [...versions]),
    generator: "schemapatch",
  });
  return { text: files.get("manifests/widgets.yaml"), report };
}

const schema = [
  "properties:",
  "  apiVersion:",
  "    type: string",
  "  kind:",
  "    type: string",
  "  metadata:",
  "    type: object",
  "  spec:",
  "    properties:",
  "      size:",
  "        format: int32",
  "        type: integer",
  "    required:",
  "    - size",
  "    type: object",
  "required:",
  "- spec",
  "type: object",
];

/** The schema behind so many blanks. */
function block(indent: number): string {
  return schema.map((line) => " ".repeat(indent) + line).join("\n");
}

const inFlow = JSON.stringify(parse(schema.join("\n")));

const head = `# By hand.
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: 'widgets.example.com' }   # quoted so
spec:
    group:   example.com
    names: {kind: Widget, plural: widgets}
    scope: Namespaced
`;

describe("schemapatch", () => {
  it.each([
    [
      "a schema in block style; comments above its first key and behind it stay",
      "    versions:\n    - name: v1\n      schema:\n        # Ours.\n        openAPIV3Schema: # theirs\n          # first\n          type: object\n          # within\n          properties: {} # last\n      # behind\n      served: true\n",
      `    versions:\n    - name: v1\n      schema:\n        # Ours.\n        openAPIV3Schema: # theirs\n          # first\n${block(10)}\n      # behind\n      served: true\n`,
    ],
    [
      "a schema that is indented in another way",
      "    versions:\n     -  name: v1\n        schema:\n            openAPIV3Schema:\n                 type: object\n        served: true\n",
      `    versions:\n     -  name: v1\n        schema:\n            openAPIV3Schema:\n${block(17)}\n        served: true\n`,
    ],
    [
      "an empty object",
      "    versions:\n    - schema:\n        openAPIV3Schema: {}   # to be filled in\n      name: v1\n",
      `    versions:\n    - schema:\n        openAPIV3Schema:   # to be filled in\n${block(10)}\n      name: v1\n`,
    ],
    [
      "no value, in the last line without an end",
      "    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:",
      `    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n${block(10)}`,
    ],
    [
      "no value, with a comment and what follows",
      "    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema: # fill in\n      # more\n      served: true\n",
      `    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema: # fill in\n${block(10)}\n      # more\n      served: true\n`,
    ],
    [
      "a schema that ends with a literal block",
      "    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n          type: object\n          description: |+\n            Some text.\n\n      served: true\n",
      `    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n${block(10)}\n\n      served: true\n`,
    ],
    [
      "a key without a value",
      "    versions:\n    - name: v1\n      schema:\n      served: true\n",
      `    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n${block(10)}\n      served: true\n`,
    ],
    [
      "no key",
      "    versions:\n    - name: v1\n      served: true # yes\n\n    # the end\n",
      `    versions:\n    - name: v1\n      served: true # yes\n      schema:\n        openAPIV3Schema:\n${block(10)}\n\n    # the end\n`,
    ],
    [
      "flow style",
      "    versions: [{name: v1, schema: {openAPIV3Schema: {type: object}, }, served: true}]\n",
      `    versions: [{name: v1, schema: {openAPIV3Schema: ${inFlow}, }, served: true}]\n`,
    ],
    [
      "flow style without a schema",
      "    versions: [ {name: v1, served: true } ]\n",
      `    versions: [ {name: v1, served: true, "schema":{"openAPIV3Schema":${inFlow}} } ]\n`,
    ],
  ])("replaces %s", async (_what, before, after) => {
    const other = "---\n# Another one.\nkind: List\nitems: [ 1,2 ,  3]\n...\n---\n";
    const whole = (text: string) => `${other}${head}${text}`;
    const { text, report } = await patched(whole(before));
    expect(report).toBe("");
    expect(text).toBe(whole(after));
    expect(await patched(whole(after))).toEqual({ text: whole(after), report: "" });
  });

  it("keeps the ends of lines and the byte order mark", async () => {
    const text = `\ufeff${head}    versions:\n    - name: v1\n      schema: {}\n---\nkind: Other\n`;
    const result = await patched(text.replaceAll("\n", "\r\n"));
    const schemaText = `schema:\n        openAPIV3Schema:\n${block(10)}`;
    expect(result.text).toBe(text.replace("schema: {}", schemaText).replaceAll("\n", "\r\n"));
  });

  it("reads the items of a list, as kubectl writes one", async () => {
    const list = (schemaText: string): string =>
      `# All.\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Namespace\n  metadata: {name:  a}\n- apiVersion: apiextensions.k8s.io/v1 # ours\n  kind: CustomResourceDefinition\n  metadata: {name:  widgets.example.com}\n  spec:\n    group: example.com\n    names: {kind: Widget}\n    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n${schemaText}\n      served:  true\nmetadata: {resourceVersion:  ""}\n`;
    expect(await patched(list("          type: object"))).toEqual({
      text: list(block(10)),
      report: "",
    });
    const item = (made: unknown) => ({
      ...parse(list(block(10))).items[1],
      spec: {
        group: "example.com",
        names: { kind: "Widget" },
        versions: [{ name: "v1", schema: { openAPIV3Schema: made } }],
      },
    });
    const json = (made: unknown): string =>
      JSON.stringify({
        kind: "CustomResourceDefinitionList",
        apiVersion: "apiextensions.k8s.io/v1",
        items: [item(made)],
      });
    expect((await patched(json({ type: "object" }))).text).toBe(json(parse(block(0))));
  });

  it("refuses a list whose other items would change with a schema", async () => {
    const spec = "group: example.com, names: {kind: Widget}";
    const text = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: apiextensions.k8s.io/v1\n  kind: CustomResourceDefinition\n  metadata: {name: widgets.example.com}\n  spec: {${spec}, versions: [{name: v1, schema: &s {openAPIV3Schema: {type: object}}}]}\n- apiVersion: v1\n  kind: Other\n  schema: *s\n`;
    const { report } = await patched(text);
    expect(report).toContain("widgets.example.com cannot be patched");
    expect(report).toContain("another part of the file would change with its schema");
  });

  it("leaves a schema as it is that says the same in other words", async () => {
    const text = `${head}    versions:\n    - name: v1\n      schema: {openAPIV3Schema: ${inFlow.replaceAll('"', "'")}} # mine\n`;
    expect(await patched(text)).toEqual({ text, report: "" });
  });

  it("gives each version its schema, and tells of those that only one side has", async () => {
    const versions = ["v2", "v1", "v3"].map((name) => `    - {name: ${name}}\n`).join("");
    const { text, report } = await patched(`${head}    versions:\n${versions}`, [
      "v1",
      "v1beta1",
      "v2",
    ]);
    expect(text?.match(/openAPIV3Schema/g)).toHaveLength(2);
    expect(text).toContain("    - {name: v3}\n");
    expect(report).toMatch(/:12:14 - warning schemapatch\/unknown-version: .* in version v3/);
    expect(report).toContain(
      "schemapatch/missing-version: widgets.example.com lacks version v1beta1",
    );
  });

  it("replaces aliases, and what they stand for", async () => {
    const { text, report } = await patched(
      `${head}    versions:\n    - name: v1\n      schema: &s\n        openAPIV3Schema: {}\n    - name: v2\n      schema: *s\n`,
      ["v1", "v2"],
    );
    expect(report).toBe("");
    const { versions } = parse(text ?? "").spec;
    expect(versions[1].schema).toEqual(versions[0].schema);
    expect(text).not.toContain("*s");
  });

  it.each([
    [
      "an anchor within the schema that another place needs",
      "    versions:\n    - name: v1\n      schema:\n        openAPIV3Schema:\n          description: &d Text\n    - name: v2\n      deprecationWarning: *d\n",
      /cannot be patched: Unresolved alias/,
    ],
    [
      "a version without a name of its own",
      "    versions:\n    - &a\n      served: true\n",
      /no name/,
    ],
    ["versions that are no list", "    versions: {}\n", /no list 'spec.versions'/],
    ["broken YAML", "    versions: [\n", /error schemapatch\/syntax: not valid YAML/],
    ["two values for a key", "    versions: []\n    scope: Cluster\n", /Map keys must be unique/],
  ])("refuses %s, and writes nothing", async (_what, rest, problem) => {
    const { text, report } = await patched(head + rest, ["v1", "v2"]);
    expect(report).toMatch(problem);
    expect(text).toBeUndefined();
  });

  it("refuses definitions of an older API", async () => {
    const { report } = await patched(head.replace("io/v1", "io/v1beta1"));
    expect(report).toContain(
      "manifests/widgets.yaml:2:13 - error schemapatch/not-patched: widgets.example.com cannot be patched: apiVersion is apiextensions.k8s.io/v1beta1",
    );
  });

  it("leaves alone definitions of other groups and files of generators", async () => {
    const foreign = `${head.replaceAll("example.com", "example.org")}    versions: [{name: v1}]\n`;
    const generated = `# Code generated by create-crd-project crd-gen. DO NOT EDIT.\n${head}    versions: [{name: v1}]\n`;
    const { files, report } = await runProject({
      project: project({ "a.yaml": foreign, "b.yml": generated, "c.txt": head }),
      generator: "schemapatch",
    });
    expect([...files.keys()]).toEqual([]);
    expect(report).toContain("warning schemapatch/generated: 'manifests/b.yml' stays as it is");
    expect(report).not.toContain("schemapatch/nothing-to-patch");
    const foreignOnly = project({ "a.yaml": foreign, "c.txt": head });
    const nothing = await runProject({ project: foreignOnly, generator: "schemapatch" });
    expect(nothing.report).toContain("warning schemapatch/nothing-to-patch: 'manifests'");
  });
});

const cases = fileURLToPath(new URL("../golden/crd-gen", import.meta.url));
const missing = goMissing();

describe.skipIf(missing !== undefined)("the schemas", () => {
  it("are those that controller-gen's schemapatch puts in", async () => {
    const folder = mkdtempSync(join(tmpdir(), "manifests-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const names = ["definitions", "meta", "types", "versions"];
    const ours = new Map<string, string>();
    for (const name of names) {
      const expected = join(cases, name, "expected/config/crd");
      const manifests = readdirSync(expected).map((file): readonly [string, string] => {
        const crd = parse(readFileSync(join(expected, file), "utf8"));
        for (const version of crd.spec.versions) {
          version.schema = { openAPIV3Schema: { type: "object" } };
        }
        writeFileSync(join(folder, file), stringify(crd));
        return [`manifests/${file}`, stringify(crd)];
      });
      const config = JSON.stringify({ version: "0.1.0", schemapatch: { manifests: "manifests" } });
      const input = filesOf(join(cases, name, "input"));
      const { files } = await runProject({
        project: new Map([...input, ["crd-project.json", config], ...manifests]),
        generator: "schemapatch",
      });
      expect([...files.keys()]).toEqual(manifests.map(([path]) => path));
      for (const [path, text] of files) ours.set(path.replace("manifests/", ""), text);
    }
    const packages = names.map((name) => `./${name}/...`).join(";");
    const theirs = patchWithControllerGen({ packages, manifests: folder });
    expect([...theirs.keys()].sort()).toEqual([...ours.keys()].sort());
    for (const [file, text] of theirs)
      expect(parse(ours.get(file) ?? ""), file).toEqual(parse(text));
  });
});

function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [
      path.slice(folder.length + 1).replaceAll("\\", "/"),
      readFileSync(path, "utf8"),
    ]);
}
