import { describe, expect, it, test } from "vitest";
import { pathOf } from "../../generators/import-gen/read/definitions.js";
import { readDocuments } from "../../generators/import-gen/read/documents.js";
import { findDefinitions } from "../../generators/import-gen/read/index.js";

function read(text: string) {
  const { objects, diagnostics } = readDocuments({ path: "crd.yaml", text });
  return {
    values: objects.map(({ json }) => json),
    problems: diagnostics.map(({ message }) => message),
  };
}

describe("documents", () => {
  it("are YAML or JSON, several of them, and lists", () => {
    expect(read('a: 1\n---\n# nothing\n---\n{"b": [2]}\n...\n').values).toEqual([
      { a: 1 },
      { b: [2] },
    ]);
    const list =
      "kind: CustomResourceDefinitionList\nitems:\n- a: 1\n- kind: List\n  items: [{b: 2}]\n";
    expect(read(list).values).toEqual([{ a: 1 }, { b: 2 }]);
    expect(read("just text").values).toEqual([]);
    expect(read("").values).toEqual([]);
  });

  it("have anchors and merged keys", () => {
    expect(read("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n").values).toEqual([
      { a: { b: 1 }, c: { b: 1, d: 2 } },
    ]);
  });

  it.each([
    "spec:\n  description: 'foo bar\n  goes on here'\n  x: 1\n",
    'spec:\n  description: "foo bar\n  goes on here"\n  x: 1\n',
    "spec:\n  description: 'foo bar\n    goes on here'\n  x: 1\n",
  ])("are read where a quoted text goes on in the column of its key", (text) => {
    expect(read(text)).toEqual({
      values: [{ spec: { description: "foo bar goes on here", x: 1 } }],
      problems: [],
    });
  });

  it("keep what only looks like it", () => {
    const text = [
      "a: |",
      "  key: 'open",
      "  more",
      "list:",
      "- 'it''s",
      "one' # '",
      '- "a \\" b',
      'c"',
      "plain: it's",
      "",
    ].join("\n");
    expect(read(text)).toEqual({
      values: [{ a: "key: 'open\nmore\n", list: ["it's one", 'a " b c'], plain: "it's" }],
      problems: [],
    });
  });

  it("that are no YAML are told, and the others are read", () => {
    const { values, problems } = read("a: [\n---\nb: 1\n---\nc: 1\nc: 2\n");
    expect(values).toEqual([{ b: 1 }]);
    expect(problems).toHaveLength(2);
  });

  it("that are bombs are refused", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 10; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    }
    const { values, problems } = read(`${lines.join("\n")}\n`);
    expect(values).toEqual([]);
    expect(problems).toEqual([
      "this is no YAML: Excessive alias count indicates a resource exhaustion attack",
    ]);
  });

  it.each([
    "a: &a\n  b: *a\n",
    "- &a [*a]\n",
    'kind: CustomResourceDefinition\nspec: &s {"properties": {"a": *s}}\n',
  ])("that contain themselves are refused: %j", (text) => {
    expect(read(text)).toEqual({
      values: [],
      problems: ["this is no YAML: an alias stands for what it is in"],
    });
  });

  it.each(["[", "{a: ", "- "])("are refused where %j goes deeper than the stack", (part) => {
    const { values, problems } = read(part.repeat(20_000));
    expect(values).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it("with a key twice are refused at the second", () => {
    const { objects, diagnostics } = readDocuments({
      path: "crd.yaml",
      text: "a: 1\nb: 2\na: 3\n",
    });
    expect(objects).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "import/syntax", span: { line: 3, column: 1 } }]);
  });

  it("have the places of what is in them", () => {
    const text = "kind: List\nitems:\n- spec:\n    a.b:\n    - c: 1\n";
    const [object] = readDocuments({ path: "x.yaml", text }).objects;
    expect(object?.spanAt(["spec", "a.b", 0, "c"])).toEqual({
      file: "x.yaml",
      line: 5,
      column: 7,
      length: 1,
    });
    expect(object?.spanAt(["spec", "nothing", "here"])).toMatchObject({ line: 3, column: 3 });
  });
});

test("fields of the API server are paths", () => {
  expect(pathOf("spec.versions[1].schema.openAPIV3Schema.properties[a.b].items.type")).toEqual([
    "spec",
    "versions",
    1,
    "schema",
    "openAPIV3Schema",
    "properties",
    "a.b",
    "items",
    "type",
  ]);
  expect(pathOf("spec.validation.openAPIV3Schema.type").slice(0, 5)).toEqual([
    "spec",
    "versions",
    0,
    "schema",
    "openAPIV3Schema",
  ]);
});

test.each([
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n",
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: x\nspec: 1\n",
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec: {versions: {}}\n",
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec: {names: 1, versions: [1]}\n",
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec: {names: {}, versions: [{name: 1, schema: {openAPIV3Schema: {properties: {a: 1}}}}]}\n",
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec: {names: {}, versions: [{schema: {openAPIV3Schema: {type: {}, required: x}}}]}\n",
])("what is no definition is told, whatever it is", (text) => {
  const { definitions, diagnostics } = findDefinitions([{ path: "crd.yaml", text }]);
  expect(definitions).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain("import/invalid");
});

test("any text is answered", () => {
  const valid =
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: as.x.y\nspec:\n  group: x.y\n  names: {kind: A, plural: as}\n  scope: Namespaced\n  versions:\n  - name: v1\n    served: true\n    storage: true\n    schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n          a: {type: array, items: {type: string}}\n";
  for (let at = 0; at < valid.length; at += 3) {
    for (const piece of ["", "\t", "'", "{", "- ", ": ", "&a ", "*a", "1", "null", "\n"]) {
      const text = valid.slice(0, at) + piece + valid.slice(at + 2);
      expect(() => findDefinitions([{ path: "crd.yaml", text }])).not.toThrow();
    }
  }
});
