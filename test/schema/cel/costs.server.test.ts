import { setTimeout } from "node:timers/promises";
import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { causesOf, compileRules, structuralOf, validateRules } from "crd-runtime/schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnServer } from "../../controlplane/fixture.js";
import { restClient } from "../../runtime/server.js";
import { causeText, definitionsPath, dryRun } from "../server.js";

/** Lengths of lists that schemas allow: the longest one with which the estimate of a rule is no error. */
const lengths = [600, 450, 300, 250, 200];
const text: JSONSchemaProps = { type: "string", maxLength: 20 };
const properties: Readonly<Record<string, JSONSchemaProps>> = {
  tags: { type: "array", maxItems: 6, items: text },
  map: { type: "object", maxProperties: 4, additionalProperties: text },
};

/** What is evaluated for each pair of elements; always true. */
const bodies: readonly string[] = [
  "x.n == y.n && false || true",
  "has(y.s)",
  "y.s in ['a', 'b'] || true",
  "y.s in self.tags || true",
  "size(y.s) >= 0",
  "y.s.startsWith('a') || true",
  "y.s.contains('abcdefghijklmno') || true",
  "y.s.matches('^[a-z]+$') || true",
  "(y.n > 0 ? y.n : x.n) >= 0",
  "[y.n, x.n].size() == 2",
  "y.s + x.s != ''",
  "y.s == x.s || true",
  "y.?s.orValue('') != 'zzz'",
  "y.?s.optMap(v, v == 'q').orValue(true) || true",
  "self.list[0].n >= 0",
  "duration('1h') > duration('1m')",
  "self.tags.all(t, true)",
  "self.tags.exists(t, t == 'b') || true",
  "self.tags.exists_one(t, t == 'b') || true",
  "self.tags.filter(t, t == 'b').size() >= 0",
  "self.tags.map(t, t).size() >= 0",
  "[y][0].n >= 0",
  "(y.n > 0 ? y : x).n >= 0",
  "type(y.n) == int",
  "[y.n, 1].isSorted() || true",
  "[y.n, x.n].indexOf(3) >= 0 || true",
  "self.tags.filter(t, t == 'b')[0] == 'b'",
  "{'a': y}.a.n > 0",
  "(y.n > 0 ? [y.n] : [1]).size() == 1",
  "!(y.n < 0)",
  "sets.contains(self.tags, ['a'])",
];

/** A third of them, or all: an evaluation that costs a million takes the server a while. */
const tried = bodies.filter((_, index) => process.env["CEL_COSTS"] === "all" || index % 3 === 0);
const rules = tried.map((body) => `self.list.all(x, self.list.all(y, ${body}))`);
const group = "costs.cel.example.com";

const cel = celCompiler();
const element: JSONSchemaProps = {
  type: "object",
  properties: { s: text, n: { type: "integer" } },
};

function schemaWith(rule: string, maxItems: number): JSONSchemaProps {
  const list: JSONSchemaProps = { type: "array", maxItems, items: element };
  const validations = { "x-kubernetes-validations": [{ rule }] };
  const members = { ...properties, list };
  return {
    type: "object",
    properties: { spec: { type: "object", properties: members, ...validations } },
  };
}

function schemaOf(rule: string): JSONSchemaProps {
  const schemas = lengths.map((maxItems) => schemaWith(rule, maxItems));
  const fitting = schemas.find(
    (schema) => compileRules({ schema: structuralOf(schema), cel }).errors.length === 0,
  );
  if (fitting === undefined) throw new Error(`${rule} costs too much`);
  return fitting;
}

const schemas = rules.map(schemaOf);

const definition: CustomResourceDefinition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `costs.${group}` },
  spec: {
    group,
    scope: "Cluster",
    names: { plural: "costs", kind: "Cost" },
    // The sum of all costs is limited for each version.
    versions: [schemaWith("true", 1), ...schemas].map((openAPIV3Schema, index) => ({
      name: `v${index + 1}`,
      served: true,
      storage: index === 0,
      schema: { openAPIV3Schema },
    })),
  },
};

function objectOf(version: string, count: number) {
  const list = Array.from({ length: count }, () => ({ s: "abcdefghijklm", n: 1 }));
  const spec = { list, tags: ["a", "b", "c", "ddddddddddddddd"], map: { a: "x", b: "y" } };
  return {
    apiVersion: `${group}/${version}`,
    kind: "Cost",
    metadata: { name: "cost" },
    spec,
  };
}

function maxItemsOf(schema: JSONSchemaProps | undefined): number {
  const list = schema?.properties?.["spec"]?.properties?.["list"];
  return list?.maxItems ?? 0;
}

const perCall = 1_000_000;

/** The most elements with which an evaluation costs no more than it may: the cost grows with their square. */
function mostElements(schema: JSONSchemaProps, rule: string): number {
  const spec = schema.properties?.["spec"] ?? {};
  const scope = cel.scopeOf({ schema: structuralOf(spec), as: "value" });
  const program = scope?.compile({ expression: rule, oldSelf: "plain", result: "bool" });
  if (program === undefined || "reason" in program) throw new Error(`${rule} does not compile`);
  const costOf = (count: number): number =>
    program.evaluate({ self: objectOf("v1", count).spec }).cost;
  const [none, one, two] = [costOf(0), costOf(1), costOf(2)];
  const square = (two - 2 * one + none) / 2;
  const linear = one - none - square;
  let count = 0;
  while (none + linear * (count + 1) + square * (count + 1) ** 2 <= perCall) count += 1;
  return count;
}

describeOnServer("what evaluations cost", (server) => {
  const rest = restClient(server);
  const path = (version: string) => `/apis/${group}/${version}/costs`;
  beforeAll(async () => {
    await rest.request({ method: "POST", path: definitionsPath, body: definition });
    const last = `v${rules.length + 1}`;
    const served = () => dryRun({ rest, path: path(last), object: objectOf(last, 1) });
    while ("refused" in (await served())) await setTimeout(100);
  });
  afterAll(() => rest.request({ method: "DELETE", path: `${definitionsPath}/costs.${group}` }));

  it.each(tried.map((body, index) => [body, index] as const))("%s", async (_body, index) => {
    const version = `v${index + 2}`;
    const rule = rules[index] ?? "";
    const schema = schemas[index] ?? {};
    const most = mostElements(schema, rule);
    // Else the schema would be what refuses it.
    expect(most).toBeLessThan(maxItemsOf(schema));
    const answer = async (count: number) => {
      const object = objectOf(version, count);
      const verdict = await dryRun({ rest, path: path(version), object });
      return "accepted" in verdict ? [] : verdict;
    };
    expect(await answer(most)).toEqual([]);
    const { rules: compiled } = compileRules({ schema: structuralOf(schema), cel });
    const { errors } = validateRules({ rules: compiled, object: objectOf(version, most + 1) });
    expect(errors).toHaveLength(1);
    expect(await answer(most + 1)).toEqual({ causes: causesOf(errors).map(causeText) });
  });
});
