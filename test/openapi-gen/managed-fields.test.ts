import { extractItems, FieldSet, openAPIType, toFieldSet } from "crd-runtime/managedfields";
import { describe, expect, it } from "vitest";
import { documentOf, documentsOf } from "./document.js";

const source = `
import type { Condition, IntOrString, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

export interface Port { name: string; target?: IntOrString; }
export interface Disk { type: "Disk"; size: string; }
export interface Memory { type: "Memory"; limit: string; }
export type Volume = Disk | Memory;
export interface Node { name: string;
  // +listType=map
  // +listMapKey=name
  children?: Node[];
}
// +structType=atomic
export interface Window { from: string; to: string; }

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  // +listType=map
  // +listMapKey=name
  ports?: Port[];
  // +listType=set
  tags?: string[];
  // +listType=atomic
  words?: string[];
  labels?: Record<string, string>;
  window?: Window;
  volume?: Volume;
  tree?: Node;
  // +listType=map
  // +listMapKey=type
  conditions?: Condition[];
}
`;

const object = {
  apiVersion: "example.com/v1",
  kind: "Database",
  metadata: { name: "orders", finalizers: ["a", "b"] },
  ports: [
    { name: "http", target: 80 },
    { name: "admin", target: "admin" },
  ],
  tags: ["x", "y"],
  words: ["one", "two"],
  labels: { app: "db", tier: "back" },
  window: { from: "1", to: "2" },
  volume: { type: "Disk", size: "1Gi" },
  tree: { name: "a", children: [{ name: "b", children: [{ name: "c" }] }, { name: "d" }] },
};

async function typed() {
  const document = documentOf(await documentsOf({ source }));
  return openAPIType({ document, name: "com.example.v1.Database" });
}

describe("a document as the type of server-side apply", () => {
  it("knows the items of lists by their keys, sets by their values, and atomic values as one", async () => {
    const fields = toFieldSet({ value: object, type: await typed() }).toJSON();
    expect(fields).toEqual({
      "f:apiVersion": {},
      "f:kind": {},
      "f:metadata": { "f:name": {}, "f:finalizers": { 'v:"a"': {}, 'v:"b"': {} } },
      "f:ports": {
        'k:{"name":"http"}': { ".": {}, "f:name": {}, "f:target": {} },
        'k:{"name":"admin"}': { ".": {}, "f:name": {}, "f:target": {} },
      },
      "f:tags": { 'v:"x"': {}, 'v:"y"': {} },
      "f:words": {},
      "f:labels": { "f:app": {}, "f:tier": {} },
      "f:window": {},
      "f:volume": { "f:type": {}, "f:size": {} },
      "f:tree": {
        "f:name": {},
        "f:children": {
          'k:{"name":"b"}': {
            ".": {},
            "f:name": {},
            "f:children": { 'k:{"name":"c"}': { ".": {}, "f:name": {} } },
          },
          'k:{"name":"d"}': { ".": {}, "f:name": {} },
        },
      },
    });
  });

  it("extracts what a manager owns of a list of type map", async () => {
    const owned = FieldSet.fromJSON({
      "f:ports": { 'k:{"name":"admin"}': { ".": {}, "f:name": {}, "f:target": {} } },
      "f:tags": { 'v:"y"': {} },
      "f:labels": { "f:tier": {} },
    });
    const type = await typed();
    expect(extractItems({ value: object, type, fields: owned.leaves() })).toEqual({
      ports: [{ name: "admin", target: "admin" }],
      tags: ["y"],
      labels: { tier: "back" },
    });
  });

  it("refuses a name that the document does not have", () => {
    expect(() => openAPIType({ document: {}, name: "com.example.v1.Database" })).toThrow(
      "the OpenAPI document has no definition com.example.v1.Database",
    );
  });
});
