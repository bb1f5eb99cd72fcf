import { describe, expect, it } from "vitest";
import {
  areaOf,
  caseNames,
  caseOf,
  codes,
  expectedOf,
  folderOf,
  inputOf,
  updateCase,
} from "./case.js";
import { runners } from "./runners.js";

/** Guards of generators against models that linking refuses before: no project can show them. */
const guards: ReadonlySet<string> = new Set(["generate/no-copy-for-scheme"]);

const update = process.env["UPDATE_GOLDENS"] === "1";

describe("diagnostics", () => {
  for (const name of caseNames()) {
    it(name, async () => {
      const golden = caseOf(name);
      const run = runners[areaOf(golden.code)];
      if (run === undefined) throw new Error(`runners.ts does not say how to run ${name}`);
      const actual = await run(inputOf(golden));
      if (update) updateCase(golden, actual);
      expect(actual).toBe(expectedOf(golden));
      expect(actual).toContain(` ${golden.code}: `);
    });
  }
});

describe("catalogue", () => {
  const names = new Set(caseNames().map((name) => name.split("--")[0]));
  for (const area of Object.keys(runners)) {
    it(`has a folder for every code of ${area}`, () => {
      const missing = codes
        .filter((code) => areaOf(code) === area && !guards.has(code) && !names.has(folderOf(code)))
        .map(folderOf);
      expect(missing).toEqual([]);
    });
  }

  it("knows every folder", () => {
    const known = new Set(codes.map(folderOf));
    expect([...names].filter((name) => name === undefined || !known.has(name))).toEqual([]);
  });
});
