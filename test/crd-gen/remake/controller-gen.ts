import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { goModule, withControllerGen } from "../go-tools.js";

/** API types that exist in both languages: folders of the Go module that are golden cases too. */
export const twins = [
  "definitions",
  "defaultvalues",
  "markers",
  "meta",
  "optional",
  "texts",
  "types",
  "versions",
] as const;

/** Replaces the expected CRDs of every twin by what controller-gen makes of the Go types. */
export function remakeExpected(cases: string): void {
  for (const twin of twins) {
    const expected = join(cases, twin, "expected", "config", "crd");
    withControllerGen({
      packages: `./${twin}/...`,
      header: join(goModule, "header.txt"),
      use: (folder) => {
        rmSync(expected, { recursive: true, force: true });
        for (const file of readdirSync(folder)) cpSync(join(folder, file), join(expected, file));
      },
    });
  }
}
