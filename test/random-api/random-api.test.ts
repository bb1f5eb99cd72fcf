import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { build } from "../registry/packages.js";
import { randomProblems } from "./run.js";

const work = fileURLToPath(new URL("../../.work", import.meta.url));

let folder: string;
beforeAll(async () => {
  mkdirSync(work, { recursive: true });
  folder = mkdtempSync(join(work, "random-api-"));
  await build();
  return () => rmSync(folder, { recursive: true, force: true });
});

// `npm run bench -- random-api` plays 2,000.
it("generated code compiles, copies, fills in defaults and converts: 50 random APIs", async () => {
  expect(await randomProblems({ first: 1, seeds: 50, folder })).toEqual([]);
}, 180_000);
