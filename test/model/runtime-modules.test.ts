import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { runtimeModules } from "../../generators/model/link/runtime-modules.js";

it("knows the modules of crd-runtime", () => {
  const path = new URL("../../packages/crd-runtime/package.json", import.meta.url);
  const { exports } = z
    .object({ exports: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(path, "utf8")));
  const modules = Object.keys(exports)
    .filter((name) => name !== "." && !name.endsWith(".json"))
    .map((name) => name.slice("./".length));
  expect(runtimeModules).toEqual(modules.sort());
});
