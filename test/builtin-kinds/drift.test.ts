import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isExpansion } from "../../generators/model/link/expansion-path.js";
import {
  checkedIn,
  checkedInExpansions,
  presentModules,
  root,
} from "../../scripts/builtin-kinds/checked-in.js";
import { generatedFiles } from "../../scripts/builtin-kinds/generate.js";
import { builtinGroups, moduleOf } from "../../scripts/builtin-kinds/groups.js";

it("is what our generators make of the checked-in types; else run 'npm run builtin-kinds -- --generate'", () => {
  const files = generatedFiles({ typesOf: checkedIn(), expansions: checkedInExpansions() });
  for (const [file, content] of files) {
    expect(readFileSync(join(root, file), "utf8"), file).toBe(content);
  }
  const present = presentModules()
    .map((module) => `packages/crd-runtime/${module}`)
    .filter((file) => !file.endsWith("/types.ts") && !isExpansion(file));
  expect(present.filter((file) => !files.has(file))).toEqual([]);
});

it("is exported by the package, every group version as a module of its own", () => {
  const manifest: unknown = JSON.parse(
    readFileSync(join(root, "packages/crd-runtime/package.json"), "utf8"),
  );
  for (const group of builtinGroups) {
    const path = moduleOf(group).replace("crd-runtime", "");
    expect(manifest).toHaveProperty(["exports", `.${path}`], {
      types: `./dist${path}.d.ts`,
      default: `./dist${path}.js`,
    });
  }
});
