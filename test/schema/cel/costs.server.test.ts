import { setTimeout } from "node:timers/promises";
import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { causesOf, compileRules, structuralOf, validateRules } from "crd-runtime/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeOnServer } from "../../controlplane/fixture.js";
import { restClient } from "../../runtime/server.js";
import { causeText, definitionsPath, dryRun } from "../server.js";

/** Lengths of lists that schemas allow: the longest one with which the estimate of a rule is no error. */
const lengths = [600, 450, 300, 250];
const text: JSONSchemaProps = { type: "string", maxLength: 20 };
const properties: Readonly<Record<string, JSONSchemaProps>> = {
  tags: { type: "array", maxItems: 6, items: text },
  map: { type: "object", maxProperties: 4, additionalProperties: text },
};

/** What is evaluated for each pair of elements; always true. */
const bodies: readonly string[] = JSON.parse(process.env["CEL_BODIES"] ?? "null") ?? [
  "true",
  "x.n == y.n || true",
  "x.n == y.n && false || true",
  "has(y.s)",
  "has(self.list[0].s)",
  "y.s in ['a', 'b'] || true",
  "y.s in self.tags || true",
  "y.s in self.map || true",
  "size(y.s) >= 0",
  "y.s.size() >= 0",
  "y.s.startsWith('a') || true",
  "y.s.contains('abcdefghijklmno') || true",
  "y.s.matches('^[a-z]+$') || true",
  "(y.n > 0 ? y.n : x.n) >= 0",
  "[y.n, x.n].size() == 2",
  "['a', 'b'].size() == 2",
  "{'a': y.n}.size() == 1",
  "y.s + x.s != ''",
  "y.s == x.s || true",
  "y.?s.orValue('') != 'zzz'",
  "y.?s.hasValue()",
  "y.?s.optMap(v, v == 'q').orValue(true) || true",
  "self.list[0].n >= 0",
  "self.map['a'] != ''",
  "string(y.n) != ''",
  "duration('1h') > duration('1m')",
  "isQuantity(y.s) || true",
  "y.s.lowerAscii() != 'Z'",
  "y.s.split(',').size() >= 0",
  "self.tags.all(t, true)",
  "self.tags.exists(t, t == 'none') || true",
  "self.tags.exists(t, t == 'b') || true",
  "self.tags.exists_one(t, t == 'b') || true",
  "self.tags.filter(t, t == 'b').size() >= 0",
  "self.tags.map(t, t).size() >= 0",
  "self.tags.map(t, t == 'b', t).size() >= 0",
  "self.map.all(k, true)",
  "[y][0].n >= 0",
  "(y.n > 0 ? y : x).n >= 0",
  "type(y.n) == int",
  "[y.n, 1].isSorted() || true",
  "[y.s, 'b'].join(', ').size() >= 0",
  "[y.s, x.s].indexOf('c') >= 0 || true",
  "self.tags.filter(t, t == 'b')[0] == 'b'",
  "{'a': y}.a.n > 0",
  "(y.n > 0 ? [y.n] : [1]).size() == 1",
  "!(y.n < 0)",
  "-y.n <= 0",
  "y.n + 1 > 0",
  "sets.contains(self.tags, ['a'])",
  "self.tags == self.tags",
  "dyn(y.n) == 1 || true",
];

const rules = bodies.map((body) => `self.list.all(x, self.list.all(y, ${body}))`);
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
const largest = 600;

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

function judge(schema: JSONSchemaProps) {
  const { rules: compiled } = compileRules({ schema: structuralOf(schema), cel });
  return (object: unknown) =>
    causesOf(validateRules({ rules: compiled, object }).errors).map(causeText);
}

/** The most elements that a test lets pass. */
function most(passes: (count: number) => boolean): number {
  let [low, high] = [1, largest];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
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

  describe("per pair of elements", () => {
    it.each(bodies.map((body, index) => [body, index] as const))("%s", async (_body, index) => {
      const version = `v${index + 2}`;
      const ours = judge(schemas[index] ?? {});
      const limit = most((count) => ours(objectOf(version, count)).length === 0);
      // Else the schema would be what refuses it.
      expect(limit).toBeLessThan(maxItemsOf(schemas[index]));
      const theirs = async (count: number) => {
        const object = objectOf(version, count);
        const verdict = await dryRun({ rest, path: path(version), object });
        return "causes" in verdict ? verdict.causes : verdict;
      };
      if (process.env["CEL_DEBUG"]) {
        let [low, high] = [1, largest];
        while (low < high) {
          const middle = Math.ceil((low + high) / 2);
          if ("accepted" in (await theirs(middle))) low = middle;
          else high = middle - 1;
        }
        if (low !== limit)
          console.log(
            `DIFF ${_body} ours ${limit} = ${(1e6 / limit ** 2 - 3).toFixed(2)}, theirs ${low} = ${(1e6 / low ** 2 - 3).toFixed(2)}`,
          );
        return;
      }
      expect(await theirs(limit)).toHaveProperty("accepted");
      expect(await theirs(limit + 1)).toEqual(ours(objectOf(version, limit + 1)));
    });
  });
});
