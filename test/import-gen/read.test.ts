import { describe, expect, it, test } from "vitest";
import type { SourceSpan } from "../../generators/diagnostics/index.js";
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
    expect(problems).toEqual(["this is no YAML: its aliases stand for far more than it is"]);
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

  it("has a text where a number is too large, as Go does", () => {
    const { values, problems } = read("a: [9e07380, -1e999, +1e400, 1e308, 1e-999]\n1e999: b\n");
    expect(problems).toEqual([]);
    expect(values).toEqual([{ a: ["9e07380", "-1e999", "+1e400", 1e308, 0], "1e999": "b" }]);
  });

  it.each([
    ["a: 1\nb: 2\na: 3\n", 3, 1, "the key 'a' is there twice"],
    ["a: 1\nb:\n  c: *b\n", 3, 6, "Unresolved alias (the anchor must be set before the alias): b"],
    ["a: 1\nb: &b\n  c: *b\n", 3, 6, "an alias stands for what it is in"],
    ["? [a]\n: b\n", 1, 3, "a list or map cannot be a key"],
    ["{{- if .Values.crds }}\na: 1\n", 1, 3, "a list or map cannot be a key"],
    ["a:\n  b: !!float 1e999\n", 2, 14, "1e999 is no number in JSON"],
    ["a:\n- .nan\n", 2, 3, ".nan is no number in JSON"],
    ["a:\n\tb: 1\n", 2, 1, "Tabs are not allowed as indentation"],
    ['{\n"a": "b', 2, 8, 'Missing closing "quote'],
    [
      'a: 1\nb: "c\0"\n',
      2,
      6,
      "a character with the code 0, which only files that are no text or no UTF-8 have",
    ],
  ])("that no definition can be are refused at the place: %j", (text, line, column, problem) => {
    const { objects, diagnostics } = readDocuments({ path: "crd.yaml", text });
    expect(objects).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "import/syntax",
        message: `this is no YAML: ${problem}`,
        span: { file: "crd.yaml", line, column },
      },
    ]);
  });

  it("are read whatever ends their lines, and with a byte order mark", () => {
    expect(read("\ufeffa: 1\r\nb: |\r\n  c\r\n  d\r\n")).toEqual({
      values: [{ a: 1, b: "c\nd\n" }],
      problems: [],
    });
  });

  it.each([
    '{"a": 1, "b": [true, null, "x", -0, 1.50, 1e3, 2E-2], "": {}, "1": [], "<<": {"c": 1}}',
    '{"a": 9007199254740993, "b": -12345678901234567890, "c": [9007199254740992, 1e20]}',
    String.raw`{"a": "\" : \\", "b\"": "\/\n\u00e9\ud83d\ude00", "c:": ": {", "__proto__": {"x": "y"}}`,
    '[{"kind": "A"}, 1]',
    '{"kind": "List", "items": [{"kind": "A"}, {"kind": "BList", "items": [{"kind": "C"}]}]}',
    '{"kind": "A",\n "kind": "B"}',
    String.raw`{"kind": {"a": 1, "\u0061": 2}}`,
    '{"a":\n [1e999]}',
    '{"a": [1,]}',
    '{"a": 01}',
    '{"a": 1}\n{"b": 2}',
    `{"a": ${"[".repeat(501)}${"]".repeat(501)}}`,
    `{"a": ${"[".repeat(400)}${"]".repeat(400)}}`,
  ])("are the same as JSON and as YAML: %j", (text) => {
    const paths = [[], ["kind"], ["a"], ["a", 0], ["b", 1], ["spec"]];
    const shown = (source: string, above: number) => {
      const { objects, diagnostics } = readDocuments({ path: "crd.json", text: source });
      const lines = (span: SourceSpan | undefined) =>
        span === undefined ? undefined : { ...span, line: span.line - above };
      return {
        values: objects.map(({ json }) => Object.entries(json)),
        places: objects.map(({ spanAt }) => paths.map((path) => lines(spanAt(path)))),
        problems: diagnostics.map(({ message, span }) => ({ message, span: lines(span) })),
      };
    };
    // JSON has no comments, so that the second one is read as YAML.
    expect(shown(text, 0)).toEqual(shown(`# YAML\n${text}`, 1));
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
  const { definitions, diagnostics } = findDefinitions({ sources: [{ path: "crd.yaml", text }] });
  expect(definitions).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain("import/invalid");
});

test("U+0085 ends a line, in quotes and in blocks, as Go reads it", () => {
  const text = 'a: "x\u0085y"\nb: |\n  x\u0085  y\nkind: K\n';
  const { objects } = readDocuments({ path: "crd.yaml", text });
  expect(objects.map(({ json }) => json)).toEqual([{ a: "x y", b: "x\ny\n", kind: "K" }]);
});

test("a schema that crd-gen would refuse is told at its version, and the others are read", () => {
  const definition = (plural: string, count: number): string =>
    JSON.stringify({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: `${plural}.x.y` },
      spec: {
        group: "x.y",
        scope: "Cluster",
        names: { plural, kind: plural.toUpperCase() },
        versions: ["v1", "v2"].map((name) => ({
          name,
          served: true,
          storage: name === "v1",
          schema: {
            openAPIV3Schema: {
              type: "object",
              properties: Object.fromEntries(
                Array.from({ length: name === "v1" ? 1 : count }, (_, at) => [
                  `a${at}`,
                  { type: "string" },
                ]),
              ),
            },
          },
        })),
      },
    });
  const text = `${definition("as", 50_000)}\n---\n${definition("bs", 49_999)}\n`;
  const { definitions, diagnostics } = findDefinitions({ sources: [{ path: "crds.yaml", text }] });
  expect(definitions.map((one) => one.definition.plural)).toEqual(["bs"]);
  expect(diagnostics.map(({ code, message, span }) => [code, message, span?.line])).toEqual([
    [
      "import/too-large",
      "'as.x.y' is left out: the schema of v2 has 50001 nodes; the limit is 50000",
      1,
    ],
  ]);
});

describe("parts of a definition", () => {
  const valid = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "as.x.y" },
    spec: {
      group: "x.y",
      names: { kind: "A", plural: "as" },
      scope: "Namespaced",
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", properties: { a: { type: "string" } } } },
        },
      ],
    },
  } as const;
  const [version] = valid.spec.versions;
  const { openAPIV3Schema: schema } = version.schema;

  function ofVersion(parts: object): object {
    return { ...valid, spec: { ...valid.spec, versions: [{ ...version, ...parts }] } };
  }

  function ofProperty(keywords: object): object {
    const a = { type: "string", ...keywords };
    return ofVersion({ schema: { openAPIV3Schema: { ...schema, properties: { a } } } });
  }

  function find(definition: object) {
    return findDefinitions({ sources: [{ path: "crd.json", text: JSON.stringify(definition) }] });
  }

  it.each<object>([
    { ...valid, metadata: { ...valid.metadata, annotations: null, labels: null } },
    { ...valid, metadata: { ...valid.metadata, annotations: { "example.com/a": null } } },
    { ...valid, metadata: { ...valid.metadata, finalizers: null, ownerReferences: null } },
    { ...valid, spec: { ...valid.spec, conversion: null, preserveUnknownFields: null } },
    { ...valid, spec: { ...valid.spec, names: { ...valid.spec.names, shortNames: null } } },
    ofVersion({ subresources: null, additionalPrinterColumns: null, selectableFields: null }),
    ofVersion({ subresources: { status: null, scale: null }, deprecationWarning: null }),
    ofProperty({ default: null, enum: null, example: null, pattern: null, items: null }),
    ofProperty({ "x-kubernetes-validations": [{ rule: "true", message: null, reason: null }] }),
  ])("that are null are as if they were not there: %j", (definition) => {
    const { definitions, diagnostics } = find(definition);
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(definitions.map((one) => one.definition.json))).not.toContain("null");
  });

  it("keep the nulls that are values", () => {
    const keywords = { nullable: true, enum: ["x", null] };
    const [found] = find(ofProperty(keywords)).definitions;
    expect(found?.definition.versions[0]?.schema).toMatchObject({ properties: { a: keywords } });
  });

  it("that have to be there are missed when they are null", () => {
    const properties = { a: null };
    const { diagnostics } = find(
      ofVersion({ schema: { openAPIV3Schema: { ...schema, properties } } }),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "'as.x.y' is left out: spec.validation.openAPIV3Schema.properties[a].type: Required value: " +
        "must not be empty for specified object fields",
    ]);
  });

  const at = "spec.versions[0]";
  const atProperty = `${at}.schema.openAPIV3Schema.properties[a]`;
  it.each<readonly [string, object]>([
    [
      "metadata.annotations[x/y]: Invalid value: must be a string",
      { ...valid, metadata: { ...valid.metadata, annotations: { "x/y": true } } },
    ],
    [
      "spec.names.shortNames: Invalid value: must be a list",
      { ...valid, spec: { ...valid.spec, names: { ...valid.spec.names, shortNames: "a" } } },
    ],
    [`${at}.name: Invalid value: must be a string`, ofVersion({ name: 1 })],
    [`${at}.served: Invalid value: must be true or false`, ofVersion({ served: "yes" })],
    [`${at}.subresources: Invalid value: must be an object`, ofVersion({ subresources: [] })],
    [
      `${at}.additionalPrinterColumns[0].priority: Invalid value: must be an integer`,
      ofVersion({
        additionalPrinterColumns: [{ name: "A", type: "string", jsonPath: ".a", priority: 1.5 }],
      }),
    ],
    [`${atProperty}.maximum: Invalid value: must be a number`, ofProperty({ maximum: "1" })],
    [`${atProperty}.required[0]: Invalid value: must be a string`, ofProperty({ required: [1] })],
    [
      `${atProperty}.additionalProperties: Invalid value: must be an object or true or false`,
      ofProperty({ additionalProperties: "string" }),
    ],
    [
      `${atProperty}.x-kubernetes-validations[0].rule: Invalid value: must be a string`,
      ofProperty({ "x-kubernetes-validations": [{ rule: true }] }),
    ],
    [
      `${atProperty}.anyOf[0].not.enum: Invalid value: must be a list`,
      ofProperty({ anyOf: [{ not: { enum: "a" } }] }),
    ],
  ])("that the server cannot read are told: %s", (problem, definition) => {
    const { definitions, diagnostics } = find(definition);
    expect(definitions).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([`'as.x.y' is left out: ${problem}`]);
  });
});

test("any text is answered", () => {
  const valid =
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: as.x.y\nspec:\n  group: x.y\n  names: {kind: A, plural: as}\n  scope: Namespaced\n  versions:\n  - name: v1\n    served: true\n    storage: true\n    schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n          a: {type: array, items: {type: string}}\n";
  for (let at = 0; at < valid.length; at += 3) {
    for (const piece of ["", "\t", "'", "{", "- ", ": ", "&a ", "*a", "1", "null", "\n"]) {
      const text = valid.slice(0, at) + piece + valid.slice(at + 2);
      expect(() => findDefinitions({ sources: [{ path: "crd.yaml", text }] })).not.toThrow();
    }
  }
});

describe("a definition with many problems", () => {
  function problems(count: number): readonly string[] {
    const properties = Array.from({ length: count }, (_, at) => `p${at}: {type: x}`).join(", ");
    const text = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: as.x.y}
spec:
  group: x.y
  names: {kind: A, plural: as}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, properties: {${properties}}}}
`;
    const { definitions, diagnostics } = findDefinitions({ sources: [{ path: "crd.yaml", text }] });
    expect(definitions).toEqual([]);
    return diagnostics.map(({ message }) => message);
  }

  it("is told with the first of them, and how many more there are", () => {
    const each = problems(2).length / 2;
    const all = problems(1000);
    expect(all).toHaveLength(21);
    expect(all.at(-1)).toBe(`'as.x.y' is left out: ${1000 * each - 20} more problems`);
  });

  it("with no more than that is told with all", () => {
    expect(problems(2).some((message) => message.endsWith("more problems"))).toBe(false);
  });
});

test("a problem about pages of a value is told without its middle", () => {
  const versions = Array.from(
    { length: 200 },
    (_, at) =>
      `  - {name: v${at}, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}\n`,
  );
  const text = `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: as.x.y}\nspec:\n  group: x.y\n  names: {kind: A, plural: as}\n  scope: Namespaced\n  versions:\n${versions.join("")}`;
  const { diagnostics } = findDefinitions({ sources: [{ path: "crd.yaml", text }] });
  expect(diagnostics).not.toEqual([]);
  for (const { message } of diagnostics) expect(message.length).toBeLessThan(700);
  const cut = diagnostics.find(({ message }) => message.includes(" ... "));
  expect(cut?.message).toContain("exactly one version marked as storage version");
});
