import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { expectedOf, goldenCases, inputOf, writeTree } from "../golden/case.js";

const folder = mkdtempSync(join(tmpdir(), "scalars-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Convert = (input: unknown) => unknown;

/** The functions of the golden case: what is checked in is what runs. */
async function load(): Promise<{ readonly newerOf: Convert; readonly olderOf: Convert }> {
  const golden = goldenCases().find(
    ({ generator, name }) => generator === "conversion-gen" && name === "scalars",
  );
  if (golden === undefined) throw new Error("there is no golden case");
  writeTree({ folder, tree: new Map([...inputOf(golden), ...expectedOf(golden)]) });
  const path = join(folder, "src/apis/example.com/v1beta1/zz_generated.conversion.ts");
  const module: Record<string, Convert> = await import(/* @vite-ignore */ path);
  const { convert_v1beta1_Disk_To_v1_Disk: newerOf, convert_v1_Disk_To_v1beta1_Disk: olderOf } =
    module;
  if (newerOf === undefined || olderOf === undefined) throw new Error("a function is missing");
  return { newerOf, olderOf };
}

const older = {
  size: "",
  least: "",
  most: null,
  nullable: "",
  sizes: ["", "2"],
  rows: [["", null]],
  byName: { a: "" },
  oneOrMany: "",
  pair: ["", "3"],
  cached: false,
};
const newer = {
  size: 0,
  least: 0,
  most: null,
  nullable: 0,
  sizes: [0, 2],
  rows: [[0, null]],
  byName: { a: 0 },
  oneOrMany: 0,
  pair: [0, 3],
  cached: "off",
};

describe("scalars that a function converts", () => {
  it("are converted when they are empty, zero or false, too", async () => {
    const { newerOf, olderOf } = await load();
    expect(newerOf(older)).toStrictEqual(newer);
    expect(olderOf(newer)).toStrictEqual(older);
  });

  it("stay absent, and null", async () => {
    const { newerOf } = await load();
    const { least: _least, most: _most, oneOrMany: _oneOrMany, ...less } = older;
    const { least, most, oneOrMany, ...expected } = { ...newer, nullable: null };
    expect(newerOf({ ...less, nullable: null })).toStrictEqual(expected);
    expect([least, most, oneOrMany]).toEqual([0, null, 0]);
  });
});
