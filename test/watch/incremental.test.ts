import { expect, test } from "vitest";
import { hasErrors } from "../../generators/diagnostics/index.js";
import { createMemoryFiles } from "../../generators/files.js";
import { playEdits, run } from "./play.js";
import { ProjectEditor } from "./project-editor.js";

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "after each of many edits everything is as a run from nothing makes it (seed %i)",
  async (seed) => {
    const { clean, problems } = await playEdits({ seed, steps: 20 });
    expect(problems).toEqual([]);
    expect(clean).toBeGreaterThan(5);
  },
);

test("one edited group is all that is generated for", async () => {
  const disk = createMemoryFiles();
  const editor = new ProjectEditor({ files: disk, seed: 1 });
  const first = await run(disk);
  expect(hasErrors(first.diagnostics)).toBe(false);
  const steps = disk.steps.length;
  const path = editor.addMember("beta.io/v1");
  const second = await run(disk);
  expect(second.plan.update.map((change) => change.path)).toEqual(
    expect.arrayContaining([expect.stringContaining("beta.io")]),
  );
  expect(disk.read(path)).toContain("added");
  const written = disk.steps
    .slice(steps)
    .flatMap(({ operation, path: each }) => (operation === "commit" ? [each] : []));
  expect(written.filter((each) => /alpha|gamma/.test(each))).toEqual([]);
});
