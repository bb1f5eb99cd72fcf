import { describe, expect, it } from "vitest";
import { expectedOf, expectedReportOf, goldenCases, inputOf, updateCase } from "./case.js";
import { runProject } from "./run.js";

const update = process.env["UPDATE_GOLDENS"] === "1";

describe("golden", () => {
  for (const golden of goldenCases()) {
    const { generator, name } = golden;
    const only = generator === "examples" ? {} : { generator };
    it(`${generator}/${name}`, async () => {
      const actual = await runProject({ project: inputOf(golden), ...only });
      if (update) updateCase(golden, actual);
      const expected = expectedOf(golden);
      expect([...actual.files.keys()]).toEqual([...expected.keys()]);
      for (const [path, content] of expected) expect(actual.files.get(path), path).toBe(content);
      expect(actual.report).toBe(expectedReportOf(golden));
    });

    it(`${generator}/${name} does not depend on the order of files`, async () => {
      const project = inputOf(golden);
      const reversed = new Map([...project].reverse());
      const [one, other] = [
        await runProject({ project, ...only }),
        await runProject({ project: reversed, ...only }),
      ];
      expect([...other.files]).toEqual([...one.files]);
    });
  }
});
