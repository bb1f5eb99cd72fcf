import { describe, expect, it } from "vitest";
import { goldenCases, inputOf } from "../golden/case.js";
import { type Document, documentOf, documentsOf } from "./document.js";
import { schemaProblems } from "./schema-problems.js";

function schemaOf(document: Document, name: string): Record<string, unknown> {
  const schema = document.components.schemas[name];
  if (schema === undefined) throw new Error(`no definition ${name}`);
  return schema;
}

/** The document of a source without anything wrong in it. */
async function made(source: string): Promise<Document> {
  const outcome = await documentsOf({ source });
  expect(outcome.report).toBe("");
  const document = documentOf(outcome);
  expect(schemaProblems(document)).toEqual([]);
  return document;
}

const doc = (group: string, more = ""): string =>
  `// +k8s:openapi-gen=true\n${more}// +groupName=${group}\nexport {};\n`;

describe("documents", () => {
  it("of the goldens are OpenAPI and resolve by themselves", async () => {
    const cases = goldenCases().filter(({ generator }) => generator === "openapi-gen");
    expect(cases.length).toBeGreaterThan(0);
    for (const one of cases) {
      const { files } = await documentsOf({ more: inputOf(one) });
      for (const path of files.keys()) {
        expect(schemaProblems(documentOf({ files, report: "" }, path))).toEqual([]);
      }
    }
  });

  it("hold whole built-in types, and resolve", async () => {
    const document = await made(`
import type { PodTemplateSpec, Pod } from "crd-runtime/core/v1";
import type { DeploymentSpec } from "crd-runtime/apps/v1";
import type { RoleRef } from "crd-runtime/rbac/v1";
export interface Settings { template?: PodTemplateSpec; pod?: Pod; deployment?: DeploymentSpec; role?: RoleRef; }
`);
    const { schemas } = document.components;
    expect(Object.keys(schemas)).toEqual(Object.keys(schemas).sort());
    expect(schemaOf(document, "com.example.v1.Settings")["properties"]).toMatchObject({
      template: { $ref: "#/components/schemas/io.k8s.api.core.v1.PodTemplateSpec" },
      role: { $ref: "#/components/schemas/io.k8s.api.rbac.v1.RoleRef" },
    });
    expect(schemaOf(document, "io.k8s.api.core.v1.PodSpec")).toMatchObject({
      required: ["containers"],
      properties: {
        containers: {
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["name"],
          "x-kubernetes-patch-strategy": "merge",
          "x-kubernetes-patch-merge-key": "name",
        },
      },
    });
    expect(schemaOf(document, "io.k8s.api.core.v1.Pod")).toMatchObject({
      "x-kubernetes-group-version-kind": [{ group: "", version: "v1", kind: "Pod" }],
    });
  });

  it("of a core group of one's own stand beside built-in types, as long as none has both", async () => {
    const core = (more: string): [string, string][] => [
      ["src/apis/core/v1/doc.ts", doc("")],
      ["src/apis/core/v1/types.ts", `export interface ConfigMap { data?: string; }\n${more}`],
    ];
    const source = `
import type { EnvVar, Volume } from "crd-runtime/core/v1";
export interface Settings { variable: EnvVar; volume: Volume; }
`;
    const apart = await documentsOf({ source, more: new Map(core("")) });
    expect(apart.report).toBe("");
    const own = documentOf(apart, "config/openapi/core_v1.json");
    expect(schemaOf(own, "io.k8s.api.core.v1.ConfigMap")["properties"]).toEqual({
      data: { type: "string" },
    });
    const both = core("export interface EnvVar { text: string; }\n");
    const { report } = await documentsOf({ source, more: new Map(both) });
    expect(report).toContain(
      "src/apis/core/v1/types.ts:2:18 - error openapi/name-collision: type EnvVar has the definition 'io.k8s.api.core.v1.EnvVar', as one of 'crd-runtime/core/v1' has",
    );
  });

  it("are the same whatever the order of the files", async () => {
    const files: [string, string][] = [
      ["src/apis/example.com/v1/doc.ts", doc("example.com")],
      [
        "src/apis/example.com/v1/a.ts",
        'import type { B } from "./b.js";\nexport interface A { b?: B; }\n',
      ],
      [
        "src/apis/example.com/v1/b.ts",
        'import type { A } from "./a.js";\nexport interface B { a?: A; }\n',
      ],
    ];
    const first = await documentsOf({ more: new Map(files) });
    const second = await documentsOf({ more: new Map(files.toReversed()) });
    expect(first.files.size).toBe(1);
    expect(second.files).toEqual(first.files);
  });

  it("are one for each version, by group, the core group too", async () => {
    const types = "export interface Settings { name: string; }\n";
    const more = new Map(
      [
        ["example.com", "v1", "example.com", ""],
        ["example.org", "v1", "example.org", "// +groupGoName=ExampleOrg\n"],
        ["example.org", "v2", "example.org", "// +groupGoName=ExampleOrg\n"],
        ["core", "v1", "", ""],
        ["apps", "v1", "apps", ""],
      ].flatMap(([folder, version, group = "", more]) => [
        [`src/apis/${folder}/${version}/doc.ts`, doc(group, more)] as const,
        [`src/apis/${folder}/${version}/types.ts`, types] as const,
      ]),
    );
    const { files } = await documentsOf({ more });
    expect([...files.keys()]).toEqual([
      "config/openapi/apps_v1.json",
      "config/openapi/core_v1.json",
      "config/openapi/example.com_v1.json",
      "config/openapi/example.org_v1.json",
      "config/openapi/example.org_v2.json",
    ]);
    const names = [...files.keys()].flatMap((path) =>
      Object.keys(documentOf({ files, report: "" }, path).components.schemas),
    );
    expect(names).toEqual([
      "io.k8s.api.apps.v1.Settings",
      "io.k8s.api.core.v1.Settings",
      "com.example.v1.Settings",
      "org.example.v1.Settings",
      "org.example.v2.Settings",
    ]);
  });

  it("take types of other versions in, under the names that their packages give", async () => {
    const more = new Map([
      ["src/apis/example.com/v1/doc.ts", doc("example.com")],
      [
        "src/apis/example.com/v1/types.ts",
        'import type { Shared } from "../../example.org/v1/types.js";\nexport interface Own { shared?: Shared; }\n',
      ],
      [
        "src/apis/example.org/v1/doc.ts",
        "// +k8s:openapi-model-package=org.example.models\n// +groupGoName=ExampleOrg\n// +groupName=example.org\nexport {};\n",
      ],
      ["src/apis/example.org/v1/types.ts", "export interface Shared { name: string; }\n"],
    ]);
    const outcome = await documentsOf({ more });
    expect(outcome.report).toBe("");
    expect([...outcome.files.keys()]).toEqual(["config/openapi/example.com_v1.json"]);
    expect(Object.keys(documentOf(outcome).components.schemas)).toEqual([
      "com.example.v1.Own",
      "org.example.models.Shared",
    ]);
  });

  it("are not written where no tag asks for them", async () => {
    const more = new Map([
      ["src/apis/example.com/v1/doc.ts", "// +groupName=example.com\nexport {};\n"],
      ["src/apis/example.com/v1/types.ts", "export interface Own { names?: string[]; }\n"],
    ]);
    expect(await documentsOf({ more })).toMatchObject({ report: "" });
    expect((await documentsOf({ more })).files.size).toBe(0);
  });
});

describe("schemas", () => {
  it("of names that JavaScript and JSON pointers treat apart", async () => {
    const document = await made(`
export interface Constructor { constructor?: string; toString?: string; hasOwnProperty?: boolean; }
export interface Holder { constructor?: Constructor; }
`);
    expect(schemaOf(document, "com.example.v1.Holder")["properties"]).toEqual({
      constructor: { $ref: "#/components/schemas/com.example.v1.Constructor" },
    });
  });

  it("of interfaces that extend others, and types of crd-runtime", async () => {
    const document = await made(`
import type { LabelSelector, int32 } from "crd-runtime";
export interface Base { a: string; b?: string; }
export interface Derived extends Base { b: string; c?: int32; }
export interface Selecting extends LabelSelector { extra: string; }
export type Same = Base;
`);
    expect(schemaOf(document, "com.example.v1.Derived")).toEqual({
      type: "object",
      properties: {
        a: { type: "string" },
        b: { type: "string" },
        c: { type: "integer", format: "int32" },
      },
      required: ["a", "b"],
    });
    expect(schemaOf(document, "com.example.v1.Selecting")).toMatchObject({
      required: ["extra"],
      properties: { matchLabels: { type: "object" }, extra: { type: "string" } },
    });
    expect(schemaOf(document, "com.example.v1.Same")).toEqual({
      $ref: "#/components/schemas/com.example.v1.Base",
    });
  });

  it("with requiredness as tags say", async () => {
    const document = await made(`
export interface Settings {
  a: string;
  // +optional
  b: string;
  // +required
  c?: string;
  d?: string;
}
`);
    expect(schemaOf(document, "com.example.v1.Settings")["required"]).toEqual(["a", "c"]);
  });

  it("with keywords of +k8s:validation: down to items and properties", async () => {
    const document = await made(`
import type { int32 } from "crd-runtime";
export interface Part { name?: string; }
export interface Settings {
  // +k8s:validation:maxLength=64
  // +k8s:validation:pattern>^[a-z]+$
  name?: string;
  // +listType=atomic
  // +k8s:validation:minItems=1
  // +k8s:validation:items:enum=["a","b"]
  words?: string[];
  // +k8s:validation:additionalProperties:items:maximum=3
  table?: Record<string, int32[]>;
  // +k8s:validation:properties:name:maxLength=3
  part?: Part;
  // +k8s:validation:cel[0]:rule>self.a == 1 ||
  // +k8s:validation:cel[0]:rule>  self.b == 2
  // +k8s:validation:cel[0]:message="one of them"
  // +k8s:validation:cel[0]:optionalOldSelf
  // +k8s:validation:nullable
  rules?: { a?: int32; b?: int32 };
}
`);
    expect(schemaOf(document, "com.example.v1.Settings")["properties"]).toEqual({
      name: { type: "string", maxLength: 64, pattern: "^[a-z]+$" },
      words: {
        type: "array",
        minItems: 1,
        items: { type: "string", enum: ["a", "b"] },
        "x-kubernetes-list-type": "atomic",
      },
      table: {
        type: "object",
        additionalProperties: {
          type: "array",
          items: { type: "integer", format: "int32", maximum: 3 },
        },
      },
      part: {
        allOf: [{ $ref: "#/components/schemas/com.example.v1.Part" }],
        properties: { name: { maxLength: 3 } },
      },
      rules: {
        type: "object",
        nullable: true,
        properties: {
          a: { type: "integer", format: "int32" },
          b: { type: "integer", format: "int32" },
        },
        "x-kubernetes-validations": [
          {
            rule: "self.a == 1 ||\n  self.b == 2",
            message: "one of them",
            optionalOldSelf: true,
          },
        ],
      },
    });
  });

  it("with unions of members beside others", async () => {
    const document = await made(`
export interface Source {
  name?: string;
  // +union
  file?: string;
  // +unionDeprecated
  url?: string;
}
`);
    expect(schemaOf(document, "com.example.v1.Source")["x-kubernetes-unions"]).toEqual([
      { "fields-to-discriminateBy": { file: "File", url: "Url" } },
    ]);
  });
});
