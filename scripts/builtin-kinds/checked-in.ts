import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isExpansion } from "../../generators/model/link/expansion-path.js";
import type { TypesOf } from "./generate.js";
import { apisFolder, builtinGroups, typesFolder } from "./groups.js";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const runtime = join(root, "packages/crd-runtime");

/** The types as they are checked in. */
export function checkedIn(): TypesOf {
  return new Map(
    builtinGroups.map((group) => [
      group,
      readFileSync(join(runtime, typesFolder(group), "types.ts"), "utf8"),
    ]),
  );
}

/** The paths of all modules below `src/builtin`, from the root of crd-runtime. */
export function presentModules(): readonly string[] {
  return readdirSync(join(runtime, apisFolder), { recursive: true, encoding: "utf8" })
    .map((file) => `${apisFolder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts"));
}

/** The expansions, written by hand, by their paths from the root of crd-runtime. */
export function checkedInExpansions(): ReadonlyMap<string, string> {
  return new Map(
    presentModules()
      .filter(isExpansion)
      .toSorted()
      .map((path) => [path, readFileSync(join(runtime, path), "utf8")]),
  );
}
