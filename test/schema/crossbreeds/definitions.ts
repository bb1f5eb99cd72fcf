import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { findDefinitions } from "../../../generators/import-gen/read/index.js";

/** The definitions in the files below a folder, in the order of their names. */
export function definitionsIn(folder: string): readonly CustomResourceDefinition[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/.test(path))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      const { definitions } = findDefinitions({ sources: [{ path, text }] });
      return definitions.map(
        ({ definition }) => definition.json as unknown as CustomResourceDefinition,
      );
    });
}
