import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { expectedOf, type GoldenCase, goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";
import { checkAgainstOracle, type DeepCopy, type Subject } from "./oracle.js";

/** Values for each type of each golden case. */
const rounds = 60;

const folder = mkdtempSync(join(tmpdir(), "deepcopy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The expected files of a case, imported: what is checked in is what runs. */
async function subjectsOf(golden: GoldenCase): Promise<readonly Subject[]> {
  const project = inputOf(golden);
  const { model } = await runProject({ project, generator: golden.generator });
  const root = join(folder, golden.name);
  writeTree({ folder: root, tree: new Map([...project, ...expectedOf(golden)]) });
  const subjects: Subject[] = [];
  for (const version of model.groups.flatMap((group) => group.versions)) {
    const file = join(root, version.directory, "zz_generated.deepcopy.ts");
    const module: Record<string, DeepCopy> = await import(/* @vite-ignore */ file);
    for (const type of version.types) {
      const deepCopy = module[type.deepCopyName];
      if (deepCopy !== undefined) subjects.push({ model, type, deepCopy });
    }
  }
  return subjects;
}

const cases = goldenCases().filter(
  (golden) => golden.generator === "deepcopy-gen" && expectedOf(golden).size > 0,
);

describe.each(cases.map((golden) => [golden.name, golden] as const))("%s", (_, golden) => {
  it("copies what its types declare, whatever is done to the original", async () => {
    const subjects = await subjectsOf(golden);
    expect(subjects.length).toBeGreaterThan(0);
    for (const subject of subjects) checkAgainstOracle({ ...subject, rounds });
  });
});
