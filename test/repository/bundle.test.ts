import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { bundle } from "../../scripts/bundle/bundle.js";
import { temporaryFolder } from "../process/temporary-folder.js";
import { readText } from "./sources.js";

it("what is published imports nothing but what package.json has among its dependencies", () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readText("package.json")));
  const folder = temporaryFolder();
  const packages = [...bundle(folder)]
    .filter((module) => !isBuiltin(module))
    .map((module) => /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module);
  expect(packages).toContain("re2js");
  expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
  expect(readFileSync(join(folder, "generators/code.cjs"), "utf8")).toMatch(/^[\0-\x7f]*$/);
});
