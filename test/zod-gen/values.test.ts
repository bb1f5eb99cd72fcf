import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ApiModel } from "../../generators/model/index.js";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { goldenCases, inputOf } from "../golden/case.js";
import { randomApi } from "../random-api/random-api.js";
import { type Loaded, loadSchemas, problemsOf } from "./load.js";
import { ValidValues } from "./valid-value.js";

const folder = mkdtempSync(join(tmpdir(), "schemas-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const golden = goldenCases().find(
  ({ generator, name }) => generator === "zod-gen" && name === "types",
);
if (golden === undefined) throw new Error("there is no golden case types");
const types = await loadSchemas({ project: inputOf(golden), folder: join(folder, "types") });

function subjects(model: ApiModel) {
  return model.groups
    .flatMap(({ versions }) => versions)
    .flatMap((version) => version.types.map((type) => ({ version, type })));
}

/** What is wrong with random values of all types, and with what schemas make of those that are not. */
function problems({ model, schemas }: Loaded, seed: number): readonly string[] {
  const values = new ValidValues({ model, random: mulberry32(seed) });
  return subjects(model).flatMap(({ version, type }) => {
    const { strict, passthrough } = schemas(type.name, version.directory);
    return Array.from({ length: 10 }, () => values.of(type.id)).flatMap((value) => {
      const found = [...problemsOf(strict, value), ...problemsOf(passthrough, value)];
      return found.map((problem) => `${type.id}: ${problem}`);
    });
  });
}

describe("schemas", () => {
  it("take every value of their types", () => {
    expect([1, 2, 3].flatMap((seed) => problems(types, seed))).toEqual([]);
  });

  it("take every value of the types of random APIs", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const loaded = await loadSchemas({
        project: randomApi({ seed, isPlain: true }),
        folder: join(folder, String(seed)),
      });
      expect(problems(loaded, seed), `seed ${seed}`).toEqual([]);
    }
  });

  it("give back what they get, members that they do not know where they keep them", () => {
    const { strict, passthrough } = types.schemas("TreeNode");
    const value = {
      value: "a",
      more: 1,
      children: [{ value: "b", leaf: { parent: { value: "c", deep: {} } } }],
    };
    expect(passthrough.parse(value)).toEqual(value);
    expect(problemsOf(strict, value)).toEqual([
      'children.0.leaf.parent: Unrecognized key: "deep"',
      ': Unrecognized key: "more"',
    ]);
  });
});

it("schemas do not take for members what every object inherits", () => {
  const { strict, passthrough } = types.schemas("ImageSource");
  for (const value of [{ type: "image" }, { type: "image", constructor: "a" }]) {
    expect([...problemsOf(strict, value), ...problemsOf(passthrough, value)]).toEqual([]);
  }
  expect(problemsOf(strict, { type: "image", constructor: 1 })).toEqual([
    "constructor: Invalid input: expected string, received number",
  ]);
  expect(problemsOf(strict, { type: "image", more: 1 })).toEqual([': Unrecognized key: "more"']);
  const more = { type: "image", constructor: "a", more: 1 };
  expect(passthrough.parse(more)).toEqual(more);
});

describe("a schema refuses", () => {
  const spec = {
    name: "a",
    enabled: true,
    class: "small",
    zone: "only",
    nickname: null,
    labels: {},
    source: { type: "git", url: "u" },
    nested: { "with-dash": "a" },
  };
  const status = { conditions: [] };
  const wrong: readonly (readonly [type: string, change: object, problem: string])[] = [
    [
      "MachineSpec",
      { name: undefined },
      "name: Invalid input: expected string, received undefined",
    ],
    [
      "MachineSpec",
      { enabled: "yes" },
      "enabled: Invalid input: expected boolean, received string",
    ],
    ["MachineSpec", { ratio: Number.NaN }, "ratio: Invalid input: expected number"],
    ["MachineSpec", { class: "medium" }, 'class: Invalid option: expected one of "small"|"large"'],
    ["MachineSpec", { zone: "other" }, 'zone: Invalid input: expected "only"'],
    ["MachineSpec", { level: 4 }, "level: Invalid option: expected one of 1|2|3"],
    ["MachineSpec", { always: false }, "always: Invalid input: expected true"],
    ["MachineSpec", { nickname: 1 }, "nickname: Invalid input: expected string, received number"],
    ["MachineSpec", { tags: null }, "tags: Invalid input: expected array, received null"],
    ["MachineSpec", { tags: undefined }, "tags: Invalid input: expected array, received undefined"],
    ["MachineSpec", { matrix: [[1], [2 ** 31]] }, "matrix.1.0: Invalid input: expected int32"],
    [
      "MachineSpec",
      { labels: { a: 1 } },
      "labels.a: Invalid input: expected string, received number",
    ],
    [
      "MachineSpec",
      { index: { a: [{ port: 1.5 }] } },
      "index.a.0.port: Invalid input: expected int32",
    ],
    ["MachineSpec", { args: 1 }, "args: Invalid input"],
    ["MachineSpec", { tls: "yes" }, "tls: Invalid input"],
    [
      "MachineSpec",
      { source: { type: "git" } },
      "source.url: Invalid input: expected string, received undefined",
    ],
    [
      "MachineSpec",
      { source: { type: "svn" } },
      "source.type: Invalid discriminator value. Expected 'git' | 'image'",
    ],
    ["MachineSpec", { size: "1GiB" }, "size: Invalid input: expected a quantity"],
    ["MachineSpec", { size: 1.5 }, "size: Invalid input: expected a quantity"],
    [
      "MachineSpec",
      { old: { size: 1 } },
      "old.size: Invalid input: expected string, received number",
    ],
    ["MachineSpec", { other: 1 }, ': Unrecognized key: "other"'],
    ["MachineStatus", { count: 2n ** 63n }, "count: Invalid input: expected integer"],
    ["MachineStatus", { load: 1e39 }, "load: Invalid input: expected float"],
    ["MachineStatus", { port: 1.5 }, "port: Invalid input: expected an integer or a string"],
    ["MachineStatus", { started: "yesterday" }, "started: Invalid input: expected a date-time"],
    ["MachineStatus", { data: "?" }, "data: Invalid input: expected base64"],
    ["MachineStatus", { anything: () => 1 }, "anything: Invalid input: expected a JSON value"],
    ["MachineStatus", { raw: [] }, "raw: Invalid input: expected an object"],
    [
      "MachineStatus",
      { conditions: [{}] },
      "conditions.0.type: Invalid input: expected string, received undefined",
    ],
  ];
  for (const [type, change, problem] of wrong) {
    it(`${type} with ${Object.keys(change).join()}: ${problem}`, () => {
      const { strict } = types.schemas(type);
      const right = type === "MachineSpec" ? spec : status;
      expect(problemsOf(strict, right)).toEqual([]);
      expect(problemsOf(strict, { ...right, ...change })).toContain(problem);
    });
  }

  it("nothing for ever: an object that holds itself is looked at once", () => {
    const value: Record<string, unknown> = { a: 1 };
    value["self"] = value;
    expect(problemsOf(types.schemas("MachineStatus").strict, { anything: value })).toEqual([]);
  });
});
