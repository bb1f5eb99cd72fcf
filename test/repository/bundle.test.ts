import { isBuiltin } from "node:module";
import { expect, it } from "vitest";
import { z } from "zod";
import { bundle } from "../../scripts/bundle/bundle.js";
import { temporaryFolder } from "../process/temporary-folder.js";
import { readText } from "./sources.js";

it("what is published imports nothing but what package.json has among its dependencies", () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readText("package.json")));
  const packages = [...bundle(temporaryFolder())]
    .filter((module) => !isBuiltin(module))
    .map((module) => /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module);
  expect(packages).toContain("re2js");
  expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
});
