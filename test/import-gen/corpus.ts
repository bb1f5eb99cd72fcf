import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { isJsonObject, type JsonValue } from "../../generators/model/index.js";
import type { JsonObject } from "./round-trip.js";

const folder = new URL("../../../shared/corpus/", import.meta.url);

/** Why there are no real definitions to test with; undefined when there are some. */
export const corpusMissing = existsSync(folder)
  ? undefined
  : "needs the collection of real definitions beside the project";

/** A real definition. */
export interface CorpusFile {
  readonly name: string;
  readonly text: string;
  readonly document: JsonObject;
}

/** All real definitions, sorted by name. */
export function corpusFiles(): readonly CorpusFile[] {
  if (corpusMissing !== undefined) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(new URL(`${entry.name}/`, folder)).map((file) => `${entry.name}/${file}`),
    )
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      const document: JsonValue = parse(text);
      if (!isJsonObject(document)) throw new Error(`${name} holds no object`);
      return { name, text, document };
    });
}
