import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type ApiModel, type ApiType, conversionName } from "../../generators/model/index.js";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { unknownMember } from "../deepcopy-gen/declared.js";
import { RandomValues } from "../deepcopy-gen/random-value.js";
import { expectedOf, goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

/** Values of each type of each golden case. */
const rounds = 200;

const folder = mkdtempSync(join(tmpdir(), "conversion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Convert = (input: unknown) => unknown;

interface Loaded {
  readonly model: ApiModel;
  readonly pairs: readonly {
    readonly type: ApiType;
    readonly there: Convert;
    readonly back: Convert;
  }[];
}

/** A golden case, its expected files imported: what is checked in is what runs. */
async function load(name: string): Promise<Loaded> {
  const golden = goldenCases().find(
    (one) => one.generator === "conversion-gen" && one.name === name,
  );
  if (golden === undefined) throw new Error(`there is no golden case ${name}`);
  const project = inputOf(golden);
  const { model } = await runProject({ project, generator: "conversion-gen" });
  const root = join(folder, name);
  writeTree({ folder: root, tree: new Map([...project, ...expectedOf(golden)]) });
  const functions = new Map<string, Convert>();
  for (const path of [...project.keys(), ...expectedOf(golden).keys()]) {
    if (!/conversion\.ts$/.test(path)) continue;
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(root, path));
    for (const [key, value] of Object.entries(exported)) {
      if (typeof value === "function") functions.set(key, (input) => value(input));
    }
  }
  const versions = model.groups.flatMap((group) => group.versions);
  const pairs = versions.flatMap((version) =>
    version.types.flatMap((type) =>
      versions.flatMap((other) => {
        const peer = other.types.find((one) => one.name === type.name && one.id !== type.id);
        if (peer === undefined) return [];
        const there = functions.get(conversionName({ from: type.id, to: peer.id }));
        const back = functions.get(conversionName({ from: peer.id, to: type.id }));
        return there === undefined || back === undefined ? [] : [{ type, there, back }];
      }),
    ),
  );
  return { model, pairs };
}

/** What a conversion may leave out: null in place of something that is absent; a kind's apiVersion is the other's. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inside]) =>
          inside !== undefined && inside !== null && key !== "apiVersion" && key !== "kind",
      )
      .map(([key, inside]) => [key, normal(inside)]),
  );
}

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const inside of Object.values(value)) freeze(inside);
}

/** Changes every object and array in a value, but those of members that no type declares: they are handed over. */
function scramble(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) if (key !== unknownMember) scramble(inside);
  if (Array.isArray(value)) value.push("scrambled");
  else Object.assign(value, { scrambled: true });
}

it.each(["database", "shapes"])(
  "%s: there and back again is the same, and shares nothing",
  async (name) => {
    const { model, pairs } = await load(name);
    expect(pairs.length).toBeGreaterThan(8);
    for (const { type, there, back } of pairs) {
      const values = new RandomValues({ model, random: mulberry32(type.id.length) });
      for (let round = 0; round < rounds; round++) {
        const value = values.of(type.id);
        if (typeof value !== "object" || value === null) continue;
        const before = JSON.stringify(value);
        freeze(value);
        const converted = there(value);
        expect(normal(back(converted)), type.id).toEqual(normal(value));
        scramble(converted);
        expect(JSON.stringify(value), type.id).toBe(before);
      }
    }
  },
);

it("a kind says what it has become, and members that nobody declared stay", async () => {
  const { pairs } = await load("database");
  const pair = pairs.find(({ type }) => type.id === "example.com/v1beta1.Database");
  const spec = { user: "a", unheard: { of: 1 } };
  const object = {
    apiVersion: "example.com/v1beta1",
    kind: "Database",
    metadata: { name: "a" },
    spec,
  };
  expect(pair?.there(object)).toEqual({ ...object, apiVersion: "example.com/v1" });
  expect(pair?.there({ metadata: {}, spec })).toEqual({
    apiVersion: "example.com/v1",
    kind: "Database",
    metadata: {},
    spec,
  });
});

it("functions written by hand do what generated ones cannot", async () => {
  const { pairs } = await load("by-hand");
  const cache = pairs.find(({ type }) => type.id === "example.com/v1beta1.Cache");
  const object = {
    apiVersion: "example.com/v1beta1",
    kind: "Cache",
    metadata: { name: "a" },
    spec: { engineName: "redis", memoryMiB: 64, eviction: "lru", legacy: { flag: "x" }, hint: "y" },
  };
  const converted = cache?.there(object);
  expect(converted).toEqual({
    apiVersion: "example.com/v1",
    kind: "Cache",
    metadata: { name: "a" },
    spec: { engine: { name: "redis" }, memoryMiB: 64, eviction: "LRU" },
  });
  const { hint: _, legacy: __, ...kept } = object.spec;
  expect(cache?.back(converted)).toEqual({ ...object, spec: kept });
});
