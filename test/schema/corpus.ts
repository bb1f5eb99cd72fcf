import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { parse } from "yaml";

const folder = new URL("../../../shared/corpus/", import.meta.url);

/** Why there are no real definitions to test with; undefined when there are some. */
export const corpusMissing = existsSync(folder)
  ? undefined
  : "needs the collection of real definitions beside the project";

/** Real definitions by file name, those up to a size in bytes. */
export function corpusDefinitions(
  maxBytes: number,
): readonly (readonly [string, CustomResourceDefinition])[] {
  if (corpusMissing !== undefined) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(new URL(`${entry.name}/`, folder)).map((file) => `${entry.name}/${file}`),
    )
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => [file, readFileSync(new URL(file, folder), "utf8")] as const)
    .filter(([, text]) => text.length <= maxBytes)
    .map(([file, text]) => [file, parse(text) as CustomResourceDefinition] as const);
}
