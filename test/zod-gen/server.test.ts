import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { compile, structuralOf } from "crd-runtime/schema";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import type { Tree } from "../golden/case.js";
import { runProject } from "../golden/run.js";
import { loadSchemas, problemsOf } from "./load.js";

const folder = mkdtempSync(join(tmpdir(), "schemas-server-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const project: Tree = new Map([
  [
    "src/apis/example.com/v1/doc.ts",
    "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n",
  ],
  [
    "src/apis/example.com/v1/types.ts",
    `import type { Bytes, int32, int64, IntOrString, ListMeta, ObjectMeta, Quantity, RawExtension, Time, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  spec: QueueSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface QueueList extends TypeMeta {
  metadata: ListMeta;
  items: Queue[];
}

export interface QueueSpec {
  // +kubebuilder:validation:MinLength=2
  // +kubebuilder:validation:MaxLength=3
  text?: string;
  // +kubebuilder:validation:Pattern=\`^\\p{Lu}[a-z]*$\`
  pattern?: string;
  // +kubebuilder:validation:Enum=a;b
  choice?: string;
  // +kubebuilder:validation:Enum=1;2
  number?: int32;
  // +kubebuilder:validation:Minimum=1
  // +kubebuilder:validation:Maximum=4
  // +kubebuilder:validation:ExclusiveMaximum=true
  size?: int32;
  // +kubebuilder:validation:MultipleOf=3
  steps?: int64;
  // +kubebuilder:validation:Minimum=0.5
  // +kubebuilder:validation:ExclusiveMinimum=true
  // +crd-project:plainNumber
  ratio?: number;
  // +kubebuilder:validation:Format=ipv4
  address?: string;
  // +kubebuilder:validation:Format=date-time
  since?: string;
  // +kubebuilder:validation:MinItems=1
  // +kubebuilder:validation:MaxItems=3
  // +kubebuilder:validation:items:MaxLength=2
  // +listType=set
  words?: string[];
  // +listType=map
  // +listMapKey=name
  ports?: Port[];
  // +kubebuilder:validation:MinProperties=1
  // +kubebuilder:validation:MaxProperties=2
  labels?: Record<string, Label>;
  // +kubebuilder:validation:Required
  owner?: string;
  // +k8s:required
  // +k8s:maxLength=4
  token?: string;
  // +k8s:minimum=-2
  // +k8s:maximum=2
  offset?: int32;
  // +k8s:eachVal=+k8s:minLength=1
  names?: string[];
  short?: ShortName;
  // +kubebuilder:validation:MaxLength=1
  shorter?: ShortName;
  quantity?: Quantity;
  target?: IntOrString;
  time?: Time;
  bytes?: Bytes;
  mode?: "on" | "off";
  nullable?: string | null;
  // +kubebuilder:validation:Enum=slow;fast
  pace?: string | null;
  // +kubebuilder:validation:items:Enum=slow;fast
  paces?: (string | null)[];
  literal?: "slow" | "fast" | null;
  inner?: {
    // +kubebuilder:validation:Maximum=0
    low: int32;
  };
  union?: First | Second;
  // +kubebuilder:validation:XEmbeddedResource
  // +kubebuilder:pruning:PreserveUnknownFields
  template?: RawExtension;
  // +kubebuilder:validation:items:XEmbeddedResource
  // +kubebuilder:validation:items:XPreserveUnknownFields
  templates?: RawExtension[];
}

export interface Port {
  name: string;
  port?: int32;
}

export interface First {
  type: "first";
  size: int32;
}

export interface Second {
  type: "second";
  name: string;
}

// +kubebuilder:validation:MaxLength=2
export type ShortName = string;

// +kubebuilder:validation:MaxLength=1
export type Label = string;
`,
  ],
]);

const { files, report } = await runProject({ project, generator: "crd-gen" });
const text = files.get("config/crd/example.com_queues.yaml");
if (text === undefined) throw new Error(report);
const definition: CustomResourceDefinition = parse(text);
const props = definition.spec.versions[0]?.schema?.openAPIV3Schema;
if (props === undefined) throw new Error("there is no schema");
const compiled = compile(structuralOf(props));
const { schemas } = await loadSchemas({ project, folder });
const { passthrough, strict } = schemas("Queue");

const random = mulberry32(7);

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (values.length === 0) throw new Error("nothing to pick");
  return value as T;
}

const identity = { apiVersion: "v1", kind: "Pod" };

/** Resources in another one. */
const resources: readonly unknown[] = [
  identity,
  { ...identity, spec: { nodeName: "a" }, more: [1] },
  { ...identity, metadata: {} },
  { ...identity, metadata: { name: "web", labels: { a: "b" } } },
  { ...identity, metadata: null },
  {},
  { apiVersion: "v1" },
  { kind: "Pod" },
  { ...identity, apiVersion: "" },
  { ...identity, apiVersion: 1 },
  { ...identity, apiVersion: null },
  { ...identity, apiVersion: "apps/v1" },
  { ...identity, apiVersion: "a/b/c" },
  { ...identity, kind: "" },
  { ...identity, kind: "no kind" },
  { ...identity, kind: 1 },
  { ...identity, metadata: "a" },
  { ...identity, metadata: { name: 1 } },
  { ...identity, metadata: { name: "a/b" } },
  { ...identity, metadata: { labels: { "not a key": "b" } } },
  { ...identity, metadata: { labels: { a: "not a value" } } },
  { ...identity, metadata: { finalizers: [1] } },
  { ...identity, metadata: { ownerReferences: [{}] } },
  "a",
];

/** Values of every member, right ones and wrong ones. */
const candidates: Readonly<Record<string, readonly unknown[]>> = {
  text: ["a", "ab", "abc", "abcd", "😀", "😀😀", "😀😀😀", "😀😀😀😀", 5, null],
  pattern: ["Ä", "Ab", "a", "", "Abc1", "x\nAb"],
  choice: ["a", "b", "c", 1],
  number: [1, 2, 3, 1.5, "1"],
  size: [0, 1, 3, 4, 5, 2 ** 31, 1.5, "1"],
  steps: [0, 3, -6, 4, 2n ** 62n, 2n ** 63n],
  ratio: [0.5, 0.6, 1, 0, -1, "1"],
  address: ["1.2.3.4", "1.2.3", "01.2.3.4", "::1", ""],
  since: ["2026-01-31T10:00:00Z", "2026-01-31", "now", ""],
  words: [[], ["a"], ["a", "b", "c"], ["a", "b", "c", "d"], ["a", "a"], ["abc"], "a", [1], [null]],
  ports: [
    [],
    [{ name: "a" }],
    [{ name: "a" }, { name: "a" }],
    [{ name: "a" }, { name: "b" }],
    [{}],
    [1],
  ],
  labels: [{}, { a: "1" }, { a: "1", b: "2" }, { a: "1", b: "2", c: "3" }, { a: "12" }, [], "a"],
  owner: ["", "a"],
  token: ["", "a", "abcd", "abcde"],
  offset: [-3, -2, 2, 3],
  names: [[], ["a"], ["", "a"]],
  short: ["", "ab", "abc"],
  shorter: ["a", "ab", "abc"],
  quantity: ["1Gi", "1GiB", ".5", "", 3, 1.5, true],
  target: [80, "http", 1.5, true, null],
  time: ["2026-01-31T10:00:00.5+01:00", "10:00"],
  bytes: ["aGVsbG8=", "?", ""],
  mode: ["on", "off", "other", true],
  nullable: [null, "a", 1],
  pace: ["slow", "quick", null],
  paces: [["slow", "fast"], ["quick"], [null]],
  literal: ["slow", "quick", null],
  inner: [{ low: 0 }, { low: 1 }, {}, null],
  union: [
    { type: "first", size: 1 },
    { type: "second", name: "a" },
    { type: "first", name: "a" },
    { type: "third" },
    {},
  ],
  template: resources,
  templates: [[], ...resources.map((one) => [resources[0], one])],
};

function randomSpec(): Record<string, unknown> {
  const right = { owner: "a", token: "a" };
  const names = Object.keys(candidates);
  const changed = Array.from({ length: pick([1, 1, 1, 2, 4]) }, () => pick(names));
  const wrong = changed.map((name) => [name, pick(candidates[name] ?? [])] as const);
  const spec: Record<string, unknown> = { ...right, ...Object.fromEntries(wrong) };
  if (random() < 0.05) delete spec["owner"];
  if (random() < 0.05) delete spec["token"];
  return spec;
}

describe("a generated schema", () => {
  it("takes what the schema of the CustomResourceDefinition takes, and nothing else", () => {
    let taken = 0;
    for (let round = 0; round < 4000; round++) {
      const object = { spec: randomSpec(), metadata: {} };
      const errors = compiled.validate({ object });
      const problems = problemsOf(passthrough, object);
      const shown = JSON.stringify(object, (_, value) =>
        typeof value === "bigint" ? `${value}n` : value,
      );
      expect(
        problems.length === 0,
        `${shown} ${problems} ${JSON.stringify(errors.map(({ field, detail }) => [field, detail]))}`,
      ).toBe(errors.length === 0);
      if (problems.length === 0) taken++;
    }
    expect(taken).toBeGreaterThan(1000);
    expect(taken).toBeLessThan(3000);
  });

  it("says where and what, and never the value", () => {
    const spec = {
      owner: "a",
      token: "secret",
      size: 9,
      text: "secret",
      union: { type: "secret" },
      words: ["x", "secret"],
    };
    const problems = problemsOf(strict, { metadata: {}, spec, secretKey: 1 });
    expect(problems).toEqual([
      "spec.text: Too big: expected string to have <=3 characters",
      "spec.size: Too big: expected number to be <4",
      "spec.words.1: Too big: expected string to have <=2 characters",
      "spec.token: Too big: expected string to have <=4 characters",
      "spec.union.type: Invalid discriminator value. Expected 'first' | 'second'",
      ': Unrecognized key: "secretKey"',
    ]);
  });

  it("says what is wrong with a resource in another one, as the server does", () => {
    const spec = {
      owner: "a",
      token: "a",
      template: { apiVersion: "a/b/secret", metadata: { ownerReferences: [{ kind: "Pod" }] } },
      templates: [identity, { ...identity, kind: "" }],
    };
    const object = { metadata: {}, spec };
    const problems = problemsOf(strict, object);
    expect(problems).toEqual([
      "spec.template.kind: Invalid input: required",
      "spec.template.apiVersion: Invalid input: unexpected GroupVersion",
      "spec.template.metadata.ownerReferences.0.apiVersion: Invalid input: must not be empty",
      "spec.template.metadata.ownerReferences.0.name: Invalid input: must not be empty",
      "spec.template.metadata.ownerReferences.0.uid: Invalid input: must not be empty",
      "spec.templates.1.kind: Invalid input: must not be empty",
    ]);
    const fields = compiled.validate({ object }).map(({ field }) => field);
    expect(problems.map((problem) => problem.replace(/: .*/, ""))).toEqual(
      fields.map((field) => field.replaceAll(/\[(\d+)\]/g, ".$1")),
    );
  });
});
