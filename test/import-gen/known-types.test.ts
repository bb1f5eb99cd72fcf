import { describe, expect, it } from "vitest";
import { builtinSchemas } from "../../generators/schema/index.js";
import { comparable, differences, imported, type JsonObject, roundTrip } from "./round-trip.js";

const string = { type: "string" };
const integer = { type: "integer", format: "int32" };

/** A definition whose spec has these properties. */
function definitionOf(properties: JsonObject): JsonObject {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "tests.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { kind: "Test", plural: "tests" },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: "object",
              properties: { spec: { type: "object", properties } },
            },
          },
        },
      ],
    },
  };
}

/** The types, when the definition comes out of them again. */
async function typesOf(properties: JsonObject): Promise<string> {
  const document = definitionOf(properties);
  const { tree, definition, errors } = await roundTrip(document);
  expect(errors).toBe("");
  expect(differences({ left: comparable(document), right: comparable(definition) })).toEqual([]);
  return tree.get("src/apis/example.com/v1/types.ts") ?? "";
}

const tolerationMembers = {
  effect: string,
  key: string,
  operator: string,
  tolerationSeconds: { type: "integer", format: "int64" },
  value: string,
};
const toleration: JsonObject = { type: "object", properties: tolerationMembers };
function listOf(items: JsonObject): JsonObject {
  return { type: "array", items };
}

describe("types of Kubernetes", () => {
  it("give their names to what has their schema, which takes any text where they take a few words", async () => {
    const types = await typesOf({ tolerations: listOf(toleration), others: listOf(toleration) });
    expect(types).not.toContain("crd-runtime/core/v1");
    expect(types).toContain("  tolerations?: Toleration[];\n  others?: Toleration[];\n");
    expect(types).toContain("export interface Toleration {\n  effect?: string;\n");
  });

  it("give their names to what has comments or other checks", async () => {
    const types = await typesOf({
      tolerations: listOf({
        ...toleration,
        properties: {
          ...tolerationMembers,
          effect: { ...string, description: "What happens to pods." },
        },
      }),
    });
    expect(types).not.toContain("crd-runtime/core/v1");
    expect(types).toContain("export interface Toleration {\n  /** What happens to pods. */");
  });

  it("give their names to what is in them", async () => {
    const term = {
      type: "object",
      properties: { topologyKey: { ...string, description: "A key." } },
    };
    const preferred = {
      type: "object",
      properties: { podAffinityTerm: term, weight: integer },
    };
    const types = await typesOf({
      affinity: {
        type: "object",
        properties: {
          nodeAffinity: { type: "object", properties: {} },
          podAffinity: {
            type: "object",
            properties: { preferredDuringSchedulingIgnoredDuringExecution: listOf(preferred) },
          },
        },
      },
    });
    expect(types).toContain(
      "preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];",
    );
    expect(types).toContain("podAffinityTerm?: PodAffinityTerm;");
  });

  it.each<[string, JsonObject]>([
    ["another member", { ...tolerationMembers, reason: string }],
    ["a member of another type", { ...tolerationMembers, value: integer }],
    ["less than half of the members", { key: { ...string, description: "A key." }, value: string }],
  ])("do not give their names to objects with %s", async (_, properties) => {
    const types = await typesOf({ holds: listOf({ type: "object", properties }), x: string });
    expect(types).toContain("interface Hold {");
  });

  it("that are like no other by chance give their names wherever they stand", async () => {
    const effect = { ...string, description: "What happens to pods." };
    const properties = { ...tolerationMembers, effect };
    const types = await typesOf({ holds: listOf({ type: "object", properties }), x: string });
    expect(types).toContain("interface Toleration {");
  });

  it.each<[string, JsonObject]>([
    ["whose spec may hold anything", { spec: { type: "object" } }],
    ["with no more than a name", {}],
  ])("do not give their names to objects of any kind, %s", async (_, more) => {
    const metadata = { type: "object", properties: { name: string, namespace: string } };
    const properties = { apiVersion: string, kind: string, metadata, ...more };
    const types = await typesOf({ manifest: { type: "object", properties }, x: string });
    expect(types).toContain("interface Manifest {");
  });

  it("of one owner do not give their names to what others have", async () => {
    const condition = {
      type: "object",
      properties: { type: string, status: string, reason: string, message: string },
    };
    expect(await typesOf({ conditions: listOf(condition) })).toContain("interface Condition {");
  });

  it("that have a description stay where the definition has none", async () => {
    const { description: _, ...selector } = builtinSchemas.LabelSelector;
    const types = await typesOf({ selector: { ...selector }, x: string });
    expect(types).toContain("selector?: LabelSelector;");
    expect(types).toContain("export interface LabelSelector {");
  });
});

describe("unions of literals", () => {
  const level: JsonObject = { type: "string", enum: ["Low", "Normal", "High"] };

  function unions(properties: JsonObject): string {
    const [text = ""] = [...imported([definitionOf(properties)])]
      .filter(([path]) => path.endsWith("types.ts"))
      .map(([, one]) => one);
    return text.slice(text.indexOf("export interface TestSpec"));
  }

  it("of several places are one type", async () => {
    const types = await typesOf({ logLevel: level, traceLogLevel: { ...level, default: "Low" } });
    expect(types).toContain("  logLevel?: LogLevel;\n");
    expect(types).toContain("  traceLogLevel?: LogLevel;\n");
    expect(types).toContain('export type LogLevel = "Low" | "Normal" | "High";');
  });

  it("of one place stay there, and so do those of two words", () => {
    expect(unions({ logLevel: level })).toContain('logLevel?: "Low" | "Normal" | "High";');
    const two = { type: "string", enum: ["On", "Off"] };
    expect(unions({ logSwitch: two, traceSwitch: two })).not.toContain("export type");
  });

  it("are values of the object where their properties have no common word", () => {
    const text = unions({
      rights: { type: "object", properties: { user: level, zone: level, bucket: level } },
    });
    expect(text).toContain('export type RightValue = "Low" | "Normal" | "High";');
  });

  it("without a common word in several objects stay where they are", () => {
    const text = unions({
      a: { type: "object", properties: { user: level, x: string } },
      b: { type: "object", properties: { zone: level, y: string } },
    });
    expect(text).not.toContain("export type");
  });

  it("in lists are in brackets only without a name", async () => {
    const types = await typesOf({ levels: listOf(level), x: string });
    expect(types).toContain('levels?: ("Low" | "Normal" | "High")[];');
    const named = await typesOf({ logLevels: listOf(level), allLogLevels: listOf(level) });
    expect(named).toContain("  logLevels?: LogLevel[];\n  allLogLevels?: LogLevel[];\n");
  });
});
