import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TypesOf } from "./generate.js";
import { builtinGroups, typesFolder } from "./groups.js";

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
