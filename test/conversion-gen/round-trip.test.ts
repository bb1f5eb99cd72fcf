import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Scheme } from "crd-runtime";
import { afterAll, expect, it } from "vitest";
import type { ApiModel } from "../../generators/model/index.js";
import { expectedOf, goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";
import { type Convert, type Pair, pairsOf, roundTripProblems } from "./round-trip.js";

/** Values of each type of each golden case. */
const rounds = 200;

const folder = mkdtempSync(join(tmpdir(), "conversion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Loaded {
  readonly model: ApiModel;
  readonly pairs: readonly Pair[];
  /** What `registerConversions` of each version does. */
  readonly register: readonly ((scheme: Scheme) => unknown)[];
}

/** A golden case, its expected files imported: what is checked in is what runs. */
async function load(name: string): Promise<Loaded> {
  const golden = goldenCases().find(
    (one) => one.generator === "conversion-gen" && one.name === name,
  );
  if (golden === undefined) throw new Error(`there is no golden case ${name}`);
  const project = inputOf(golden);
  const { model, files } = await runProject({ project });
  const root = join(folder, name);
  writeTree({ folder: root, tree: new Map([...project, ...files, ...expectedOf(golden)]) });
  const functions = new Map<string, Convert>();
  const register: ((scheme: Scheme) => unknown)[] = [];
  for (const path of [...project.keys(), ...expectedOf(golden).keys()]) {
    if (!/conversion\.ts$/.test(path)) continue;
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(root, path));
    for (const [key, value] of Object.entries(exported)) {
      if (typeof value !== "function") continue;
      if (key === "registerConversions") register.push((scheme) => value(scheme));
      else functions.set(key, (input) => value(input));
    }
  }
  const versions = model.groups.flatMap((group) => group.versions);
  const pairs = pairsOf({ versions, find: (name) => functions.get(name) });
  return { model, pairs, register };
}

it.each(["database", "shapes"])(
  "%s: there and back again is the same, and shares nothing",
  async (name) => {
    const { model, pairs } = await load(name);
    expect(pairs.length).toBeGreaterThan(8);
    for (const pair of pairs) expect(roundTripProblems({ ...pair, model, rounds })).toEqual([]);
  },
);

it("values of a narrower type are those of a wider one, and share nothing", async () => {
  const { pairs } = await load("wider");
  const pair = pairs.find(({ type }) => type.id === "example.com/v1beta1.Job");
  const job = {
    port: 1,
    name: "a",
    level: 2,
    mode: "Fast",
    ratio: 0.5,
    started: "2024-01-01T00:00:00Z",
    timeout: "1h",
    arguments: "-v",
    lines: ["a"],
    host: { name: "a" },
    hosts: [{ name: "b" }],
    first: { name: "c" },
    tls: false,
    proxy: null,
    source: { type: "http", host: { name: "d" } },
    inline: { host: { name: "e" } },
  };
  const before = structuredClone(job);
  const converted = pair?.there(job);
  expect(converted).toEqual(before);
  job.lines.push("b");
  job.hosts.push({ name: "f" });
  for (const host of [job.host, job.first, job.source.host, job.inline.host]) host.name = "other";
  expect(converted).toEqual(before);
});

it.each([
  { name: "database", kind: "Database", spec: { user: "a" } },
  { name: "explicit", kind: "Cluster", node: "a" },
])("a scheme converts what is registered: $name", async ({ name, kind, ...members }) => {
  const { register } = await load(name);
  const scheme = new Scheme();
  for (const each of register) each(scheme);
  const object = { apiVersion: "example.com/v1beta1", kind, metadata: { name: "a" }, ...members };
  const converted = scheme.convertToVersion(object, { group: "example.com", version: "v1" });
  expect(converted.apiVersion).toBe("example.com/v1");
  const back = scheme.convertToVersion(converted, { group: "example.com", version: "v1beta1" });
  expect(back).toEqual(object);
});

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

it("a function that only copies is called for two types, and not for one, which is copied", async () => {
  const { pairs } = await load("by-hand");
  const cache = pairs.find(({ type }) => type.id === "example.com/v1beta1.CacheSpec");
  const common = { engineName: "redis", memoryMiB: 64, eviction: "lru" };
  const window = { days: ["Mon"] };
  const converted = cache?.there({ ...common, limits: { zones: ["a"] }, window });
  window.days.push("Tue");
  expect(converted).toMatchObject({
    limits: { zones: ["a", "by hand"] },
    window: { days: ["Mon"] },
  });
});
