import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { randomProblems } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "random-api-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// `npm run bench -- random-api` plays 2,000.
it("generated code compiles, copies, fills in defaults and converts: 25 random APIs", async () => {
  const seeds = Array.from({ length: 25 }, (_, at) => at + 1);
  expect(await randomProblems({ seeds, folder })).toEqual([]);
}, 180_000);
