import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ApiModel, ApiType } from "../../generators/model/index.js";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { RandomValues } from "../deepcopy-gen/random-value.js";
import { expectedOf, type GoldenCase, goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";
import { Oracle } from "./oracle.js";

/** Values for each type of each golden case. */
const rounds = 80;

const folder = mkdtempSync(join(tmpdir(), "defaults-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type SetDefaults = (object: object) => void;

interface Subject {
  readonly type: ApiType;
  readonly setDefaults: SetDefaults;
}

/** A golden case, its expected files imported: what is checked in is what runs. */
interface Loaded {
  readonly model: ApiModel;
  readonly oracle: Oracle;
  readonly subjects: readonly Subject[];
  /** What the hand-written functions of the case noted. */
  readonly calls: string[];
}

async function load(golden: GoldenCase): Promise<Loaded> {
  const project = inputOf(golden);
  const { model } = await runProject({ project, generator: golden.generator });
  const root = join(folder, golden.name);
  writeTree({ folder: root, tree: new Map([...project, ...expectedOf(golden)]) });
  const modules = new Map<string, Record<string, unknown>>();
  for (const path of [...project.keys(), ...expectedOf(golden).keys()]) {
    if (!path.endsWith(".ts")) continue;
    modules.set(path, await import(/* @vite-ignore */ join(root, path)));
  }
  const exported = (module: string, name: string): unknown => modules.get(module)?.[name];
  const subjects = model.groups
    .flatMap((group) => group.versions)
    .flatMap((version) =>
      version.types.flatMap((type) => {
        const file = `${version.directory}/zz_generated.defaults.ts`;
        const found = exported(file, `setObjectDefaults_${type.name}`);
        return isFunction(found) ? [{ type, setDefaults: found }] : [];
      }),
    );
  const calls = exported("src/apis/example.com/v1/calls.ts", "calls");
  return {
    model,
    oracle: new Oracle({ model, exported }),
    subjects,
    calls: Array.isArray(calls) ? calls : [],
  };
}

function isFunction(value: unknown): value is SetDefaults {
  return typeof value === "function";
}

const cases = goldenCases().filter(
  (golden) =>
    golden.generator === "defaulter-gen" &&
    [...expectedOf(golden).values()].some((text) => text.includes("export function setObject")),
);

describe.each(cases.map((golden) => [golden.name, golden] as const))("%s", (_, golden) => {
  it("fills in what its types and functions say, in their order, and nothing else", async () => {
    const loaded = await load(golden);
    expect(loaded.subjects.length).toBeGreaterThan(0);
    for (const subject of loaded.subjects) checkAgainstOracle(loaded, subject);
  });
});

function checkAgainstOracle(loaded: Loaded, { type, setDefaults }: Subject): void {
  const { model, oracle, calls } = loaded;
  const values = new RandomValues({ model, random: mulberry32(hash(type.id)) });
  for (let round = 0; round < rounds; round++) {
    const value = values.of(type.id);
    if (typeof value !== "object" || value === null) continue;
    const [before, wanted, object, twin] = [1, 2, 3, 4].map(() => structuredClone(value)) as [
      object,
      object,
      object,
      object,
    ];
    oracle.fill({ type, value: wanted });
    const wantedCalls = calls.splice(0);
    setDefaults(object);
    expect(object).toStrictEqual(wanted);
    expect(calls.splice(0)).toEqual(wantedCalls);
    expectKept({ before, after: object, path: type.name });
    setDefaults(twin);
    calls.splice(0);
    const own = new Set(objectsIn(object));
    expect(objectsIn(twin).filter((one) => own.has(one))).toEqual([]);
    const once = structuredClone(object);
    setDefaults(object);
    expect(object).toStrictEqual(once);
    calls.splice(0);
  }
}

function objectsIn(value: unknown): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

it("what another alternative of a union would get is left as it is", async () => {
  const golden = cases.find(({ name }) => name === "containers");
  if (golden === undefined) throw new Error("there is no golden case containers");
  const { subjects } = await load(golden);
  const shape = { type: "circle", corner: {} };
  const spec = { shape, shapes: [structuredClone(shape)] };
  subjects.find(({ type }) => type.name === "Plant")?.setDefaults({ spec });
  const defaulted = { type: "circle", radius: 1, corner: {} };
  expect([spec.shape, ...spec.shapes]).toStrictEqual([defaulted, defaulted]);
});

/** What was there before is there, the same; only what was undefined has changed. */
function expectKept(input: {
  readonly before: unknown;
  readonly after: unknown;
  readonly path: string;
}): void {
  const { before, after, path } = input;
  if (before === undefined) return;
  if (typeof before !== "object" || before === null) {
    expect(after, path).toBe(before);
    return;
  }
  if (typeof after !== "object" || after === null) throw new Error(`${path} was replaced`);
  for (const [name, value] of Object.entries(before)) {
    expectKept({ before: value, after: Reflect.get(after, name), path: `${path}.${name}` });
  }
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return value;
}
