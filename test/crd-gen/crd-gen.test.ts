import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { crdGen } from "../../generators/crd-gen/index.js";
import type { ApiModel, Kind } from "../../generators/model/index.js";
import type { Render } from "../../generators/render/index.js";
import {
  alias,
  builtin,
  type Declared,
  declare,
  id,
  kindType,
  list,
  map,
  model,
  object,
  options,
  reference,
  text,
} from "./model.js";

const render: Render = {
  module: () => expect.unreachable("without modules crd-gen has no templates"),
  text: () => expect.unreachable("without modules crd-gen has no templates"),
};

interface Version {
  readonly name: string;
  readonly storage: boolean;
  readonly subresources?: unknown;
  // biome-ignore lint/suspicious/noExplicitAny: schemas are looked into by path
  readonly schema: { readonly openAPIV3Schema: any };
}

interface Definition {
  readonly spec: {
    readonly names: Readonly<Record<string, unknown>>;
    readonly versions: readonly Version[];
  };
}

function generate(apiModel: ApiModel) {
  const { files, diagnostics } = crdGen.generate({ model: apiModel, options, render });
  const definitions = files.map((file): Definition => parse(file.content));
  return {
    files,
    definitions,
    messages: diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
    diagnostics,
  };
}

/** The schema of `spec` when a kind has these members there. */
function specOf(spec: Parameters<typeof kindType>[1], ...types: readonly Declared[]) {
  const { definitions, messages } = generate(
    model({ types: [kindType("Widget", spec), ...types], kinds: { Widget: {} } }),
  );
  const root = definitions[0]?.spec.versions[0]?.schema.openAPIV3Schema;
  return { schema: root.properties.spec, properties: root.properties.spec.properties, messages };
}

describe("values", () => {
  it("gives literal unions the type that covers their values, in source order", () => {
    const { properties } = specOf({
      strings: { kind: "enum", values: ["b", "a", ""] },
      integers: { kind: "enum", values: [3, 1] },
      numbers: { kind: "enum", values: [1, 0.5] },
      booleans: { kind: "enum", values: [true] },
    });
    expect(properties).toEqual({
      strings: { type: "string", enum: ["b", "a", ""] },
      integers: { type: "integer", enum: [3, 1] },
      numbers: { type: "number", enum: [1, 0.5] },
      booleans: { type: "boolean", enum: [true] },
    });
  });

  it("lets null pass where it is allowed, also beside an enum", () => {
    const { properties } = specOf(
      {
        text: { kind: "nullable", type: text },
        mode: { kind: "nullable", type: reference("Mode") },
        part: { kind: "nullable", type: reference("Part") },
        items: list({ kind: "nullable", type: text }),
        values: map({ kind: "nullable", type: builtin("int32") }),
      },
      alias("Mode", { kind: "enum", values: ["on", "off"] }, "Mode of it."),
      declare("Part", { name: text }),
    );
    expect(properties).toEqual({
      text: { type: "string", nullable: true },
      mode: {
        type: "string",
        nullable: true,
        description: "Mode of it.",
        allOf: [{ enum: ["on", "off"] }],
      },
      part: {
        type: "object",
        nullable: true,
        properties: { name: { type: "string" } },
        required: ["name"],
      },
      items: { type: "array", items: { type: "string", nullable: true } },
      values: {
        type: "object",
        additionalProperties: { type: "integer", format: "int32", nullable: true },
      },
    });
  });

  it("has formats for the number aliases", () => {
    const { properties } = specOf({
      integer: builtin("integer"),
      int32: builtin("int32"),
      int64: builtin("int64"),
      float: builtin("float"),
      double: builtin("double"),
      number: { kind: "number" },
    });
    expect(properties).toEqual({
      integer: { type: "integer" },
      int32: { type: "integer", format: "int32" },
      int64: { type: "integer", format: "int64" },
      float: { type: "number", format: "float" },
      double: { type: "number", format: "double" },
      number: { type: "number" },
    });
  });

  it("keeps member names that JavaScript treats specially", () => {
    const { schema } = specOf({ ["__proto__"]: text, constructor: text, "x-y": text });
    expect(Object.keys(schema.properties).sort()).toEqual(["__proto__", "constructor", "x-y"]);
    expect(schema.required).toEqual(["__proto__", "constructor", "x-y"]);
  });

  it("describes inline objects", () => {
    const { schema } = specOf({
      "inner?": [object({ "deep?": object({ name: [text, "Its name."] }) }), "Inline."],
      empty: object({}),
    });
    expect(schema).toEqual({
      type: "object",
      required: ["empty"],
      properties: {
        empty: { type: "object" },
        inner: {
          description: "Inline.",
          type: "object",
          properties: {
            deep: {
              type: "object",
              required: ["name"],
              properties: { name: { type: "string", description: "Its name." } },
            },
          },
        },
      },
    });
  });
});

describe("unions", () => {
  it("accepts anything where one type cannot say it, with a warning", () => {
    const { properties, messages } = specOf(
      {
        many: { kind: "union", form: "oneOrMany", type: text },
        flag: [{ kind: "union", form: "orBoolean", type: reference("Part") }, "On or off."],
      },
      declare("Part", { name: text }),
    );
    expect(properties).toEqual({
      many: { "x-kubernetes-preserve-unknown-fields": true },
      flag: { description: "On or off.", "x-kubernetes-preserve-unknown-fields": true },
    });
    expect(messages).toEqual([
      "warning crd/union-not-checked: member 'many' is T | T[], which a CustomResourceDefinition cannot express",
      "warning crd/union-not-checked: member 'flag' is T | boolean, which a CustomResourceDefinition cannot express",
    ]);
  });

  const storage = {
    kind: "union",
    form: "discriminated",
    discriminant: "type",
    members: [
      { id: id("S3"), value: "s3" },
      { id: id("Disk"), value: "disk" },
      { id: id("Memory"), value: "memory" },
    ],
  } as const;

  it("ties the members of a discriminated union to its discriminant", () => {
    const { schema, messages } = specOf(
      { storage: reference("Storage") },
      alias("Storage", storage, "Where data lives."),
      declare("S3", {
        type: [{ kind: "enum", values: ["s3"] }, "Kind of storage."],
        name: [text, "Its name."],
        bucket: text,
        "region?": text,
      }),
      declare("Disk", {
        type: { kind: "enum", values: ["disk"] },
        name: text,
        path: text,
        "region?": text,
      }),
      declare("Memory", { type: { kind: "enum", values: ["memory"] }, name: text }),
    );
    expect(messages).toEqual([]);
    expect(schema.properties.storage).toEqual({
      description: "Where data lives.",
      type: "object",
      required: ["name", "type"],
      properties: {
        type: { description: "Kind of storage.", type: "string", enum: ["s3", "disk", "memory"] },
        name: { type: "string", description: "Its name." },
        bucket: { type: "string" },
        region: { type: "string" },
        path: { type: "string" },
      },
      oneOf: [
        {
          properties: { type: { enum: ["s3"] } },
          required: ["bucket"],
          not: { required: ["path"] },
        },
        {
          properties: { type: { enum: ["disk"] } },
          required: ["path"],
          not: { required: ["bucket"] },
        },
        {
          properties: { type: { enum: ["memory"] } },
          not: {
            anyOf: [{ required: ["bucket"] }, { required: ["path"] }, { required: ["region"] }],
          },
        },
      ],
    });
  });

  it("checks what only some members ask of a property in their branches", () => {
    const { schema, messages } = specOf(
      { storage },
      declare("S3", {
        type: { kind: "enum", values: ["s3"] },
        class: { kind: "enum", values: ["hot", "cold"] },
        size: builtin("int32"),
        rest: text,
      }),
      declare("Disk", {
        type: { kind: "enum", values: ["disk"] },
        class: text,
        size: builtin("int64"),
        rest: list(text),
      }),
      declare("Memory", { type: { kind: "enum", values: ["memory"] }, "rest?": text }),
    );
    expect(messages).toEqual([
      "warning crd/union-members-differ: member 'storage': the members of the union declare 'rest' with different types",
    ]);
    const union = schema.properties.storage;
    expect(union.properties).toEqual({
      type: { type: "string", enum: ["s3", "disk", "memory"] },
      class: { type: "string" },
      size: { type: "integer" },
      rest: { "x-kubernetes-preserve-unknown-fields": true },
    });
    expect(union.oneOf[0].properties).toEqual({
      type: { enum: ["s3"] },
      class: { enum: ["hot", "cold"] },
    });
    expect(union.oneOf[1].properties).toEqual({ type: { enum: ["disk"] } });
  });
});

describe("inheritance", () => {
  it("merges what bases declare, the type's own members first", () => {
    const { properties } = specOf(
      { child: reference("Child") },
      declare("Base", {
        name: [text, "Inherited."],
        "count?": builtin("int64"),
        size: { kind: "number" },
        nested: reference("Left"),
      }),
      declare("Other", { "flag?": { kind: "boolean" } }, { description: "Not the child's." }),
      declare("Left", { "a?": text }),
      declare("Right", { a: [text, "Required here."], b: text }),
      declare(
        "Child",
        {
          name: { kind: "enum", values: ["x"] },
          "count?": [builtin("int32"), "Narrower."],
          size: builtin("int32"),
          nested: reference("Right"),
        },
        { extends: [reference("Base"), reference("Other")] },
      ),
    );
    expect(properties.child).toEqual({
      type: "object",
      required: ["name", "nested", "size"],
      properties: {
        name: { type: "string", description: "Inherited.", enum: ["x"] },
        count: {
          type: "integer",
          description: "Narrower.",
          allOf: [{ format: "int64" }, { format: "int32" }],
        },
        size: { type: "integer", format: "int32" },
        nested: {
          type: "object",
          required: ["a", "b"],
          properties: {
            a: { type: "string", description: "Required here." },
            b: { type: "string" },
          },
        },
        flag: { type: "boolean" },
      },
    });
  });
});

describe("recursive types", () => {
  const tree = declare(
    "Tree",
    { name: text, "children?": list(reference("Tree")) },
    { description: "Tree has trees." },
  );

  it("ends the schema where a type contains itself", () => {
    const { properties, messages } = specOf({ tree: reference("Tree") }, tree);
    expect(properties.tree).toEqual({
      description: "Tree has trees.",
      type: "object",
      required: ["name"],
      properties: {
        name: { type: "string" },
        children: {
          type: "array",
          items: {
            description: "Tree has trees.",
            type: "object",
            "x-kubernetes-preserve-unknown-fields": true,
          },
        },
      },
    });
    expect(messages).toEqual([
      "warning crd/recursive-type: member 'children' leads back to type Tree, which a CustomResourceDefinition cannot express",
    ]);
  });

  it("makes the same schema whatever else there is", () => {
    const types = [
      declare("A", { "b?": reference("B") }),
      declare("B", { "c?": reference("C"), "a?": reference("A") }),
      declare("C", { "b?": reference("B"), "a?": reference("A"), "leaf?": reference("Leaf") }),
      declare("Leaf", { name: text }),
    ];
    const alone = specOf({ c: reference("C") }, ...types);
    const after = specOf({ a: reference("A"), b: reference("B"), c: reference("C") }, ...types);
    expect(after.properties.c).toEqual(alone.properties.c);
  });

  it("keeps the outermost type of recursive aliases", () => {
    const { properties } = specOf(
      { "a?": reference("Lists"), "b?": reference("Maps"), "c?": reference("Wrapped") },
      alias("Lists", list(reference("Lists"))),
      alias("Maps", map(reference("Maps"))),
      alias("Wrapped", { kind: "nullable", type: list(reference("Wrapped")) }),
    );
    const any = { "x-kubernetes-preserve-unknown-fields": true };
    expect(properties.a).toEqual({ type: "array", items: { type: "array", items: any } });
    expect(properties.b).toEqual({
      type: "object",
      additionalProperties: { type: "object", ...any },
    });
    expect(properties.c).toEqual({ type: "array", nullable: true, items: any });
  });

  it("refuses what would be too large to use, at once", () => {
    const names = Array.from({ length: 40 }, (_, index) => `T${index}`);
    const everyone = Object.fromEntries(names.map((name) => [`${name}?`, reference(name)]));
    const { files, messages } = generate(
      model({
        types: [
          kindType("Widget", { "t?": reference("T0") }),
          ...names.map((name) => declare(name, everyone)),
        ],
        kinds: { Widget: {} },
      }),
    );
    expect(files).toEqual([]);
    expect(messages[0]).toMatch(
      /^error crd\/too-large: the schema of kind Widget would have [0-9]+ nodes; the limit is 50000$/,
    );
  });

  it("refuses chains of thousands of types", () => {
    const length = 5000;
    const chain = Array.from({ length }, (_, index) =>
      declare(`T${index}`, { "next?": index + 1 < length ? reference(`T${index + 1}`) : text }),
    );
    const { files, messages } = generate(
      model({
        types: [kindType("Widget", { "t?": reference("T0") }), ...chain],
        kinds: { Widget: {} },
      }),
    );
    expect(files).toEqual([]);
    expect(messages).toEqual([
      "error crd/too-deep: the types of kind Widget are nested more than 200 levels deep",
    ]);
  });
});

describe("definitions", () => {
  const version = (name: string, more: object = {}, tags: readonly string[] = []) => ({
    version: name,
    types: [kindType("Widget", { "name?": text }, tags)],
    kinds: { Widget: { storage: false, ...more } },
  });

  it("puts the versions of a kind into one file, in the order of their names", () => {
    const { files, definitions, messages } = generate(
      model(version("v2"), version("v10", { storage: true }), version("v1beta1")),
    );
    expect(messages).toEqual([]);
    expect(files.map(({ path, owner }) => [path, owner])).toEqual([
      ["config/crd/example.com_widgets.yaml", "tool"],
    ]);
    expect(files[0]?.content).toMatch(
      /^# Code generated by create-crd-project crd-gen\. DO NOT EDIT\.\n---\napiVersion: apiextensions\.k8s\.io\/v1\n/,
    );
    expect(definitions[0]?.spec.versions.map(({ name, storage }) => [name, storage])).toEqual([
      ["v10", true],
      ["v1beta1", false],
      ["v2", false],
    ]);
  });

  it("takes names and the status subresource from the kind", () => {
    const { definitions } = generate(
      model(
        version("v1", {
          storage: true,
          plural: "widgetry",
          singular: "wid",
          shortNames: ["w", "wd"],
          scope: "Cluster",
          statusSubresource: true,
        }),
      ),
    );
    expect(definitions[0]).toMatchObject({
      metadata: { name: "widgetry.example.com" },
      spec: {
        group: "example.com",
        scope: "Cluster",
        names: {
          kind: "Widget",
          listKind: "WidgetList",
          plural: "widgetry",
          singular: "wid",
          shortNames: ["w", "wd"],
        },
      },
    });
    expect(definitions[0]?.spec.versions[0]?.subresources).toEqual({ status: {} });
  });

  it("has the metadata of the root as an object, never required", () => {
    const { definitions } = generate(model(version("v1", { storage: true })));
    const root = definitions[0]?.spec.versions[0]?.schema.openAPIV3Schema;
    expect(root.properties.metadata).toEqual({ type: "object" });
    expect(root.required).toEqual(["spec"]);
    expect(root.properties.kind.description).toMatch(/^Kind is a string value/);
  });

  it("makes none for groups of the API server's own", () => {
    const apiModel = model(version("v1", { storage: true }));
    const renamed = (name: string): ApiModel => ({
      groups: apiModel.groups.map((group) => ({ ...group, name })),
    });
    expect(generate(renamed("")).messages).toEqual([
      "warning crd/group-without-dot: no CustomResourceDefinitions for group '', which has no dot",
    ]);
    expect(generate(renamed("apps")).files).toEqual([]);
    const approved = generate(renamed("policy.k8s.io"));
    expect(approved.messages).toEqual([
      "warning crd/protected-group: group 'policy.k8s.io' is protected",
    ]);
    expect(approved.files.length).toBe(1);
    expect(generate(renamed("x-k8s.io")).messages).toEqual([]);
  });

  it("is the same for every run, and changes nothing in the model", () => {
    const apiModel = model(version("v1", { storage: true }), version("v2"));
    const before = structuredClone(apiModel);
    const first = generate(apiModel).files;
    expect(generate(apiModel).files).toEqual(first);
    expect(apiModel).toEqual(before);
  });
});

describe("names", () => {
  const widget = kindType("Widget", {});
  const named = (kinds: Readonly<Record<string, Partial<Kind>>>) =>
    generate(model({ types: [widget], kinds })).messages;

  it("may be as long as the API server takes them, and no longer", () => {
    const longest = "w".repeat(63);
    expect(named({ Widget: { plural: longest, shortNames: ["a-1"] } })).toEqual([]);
    expect(named({ Widget: { plural: `${longest}w` } })).toEqual([
      `error crd/name: '${longest}w' (plural of Widget) is no name that the API server takes`,
    ]);
  });

  it("are checked together with the group", () => {
    const long = model({ types: [widget], kinds: { Widget: {} } });
    const groups = long.groups.map((one) => ({ ...one, name: `${"g".repeat(242)}.io` }));
    const name = `widgets.${groups[0]?.name}`;
    expect(name).toHaveLength(253);
    expect(generate({ ...long, groups }).messages).toEqual([]);
    const longer = groups.map((one) => ({ ...one, name: `g${one.name}` }));
    expect(generate({ ...long, groups: longer }).messages).toEqual([
      `error crd/name: 'widgets.${longer[0]?.name}' (name of Widget) is no name that the API server takes`,
    ]);
  });
});
