import { type Files, walk } from "../../files.js";
import type { SourceText } from "../../import-gen/read/index.js";
import type { Plan } from "../../plan/plan.js";
import { textReader } from "../text-reader.js";
import type { DefinitionPlaces } from "./places.js";

/** The manifests of a project as they are after `plop regenerate`: those that are generated, and those that people wrote. */
export function currentTexts(input: {
  readonly files: Files;
  readonly places: DefinitionPlaces;
  readonly plan: Plan;
}): readonly SourceText[] {
  const { files, places, plan } = input;
  const { create, update, stale } = plan;
  const after = new Map([...create, ...update, ...stale].map((one) => [one.path, one.after]));
  const read = textReader(files);
  const made = (folder: string): readonly string[] =>
    [...after.keys()].filter((path) => path.startsWith(`${folder}/`));
  const paths = places.folders.flatMap((folder) => [...made(folder), ...walk({ files, folder })]);
  return [...new Set(paths)].filter(places.has).flatMap((path): readonly SourceText[] => {
    const text = after.has(path) ? after.get(path) : read(path);
    return text === undefined ? [] : [{ path, text }];
  });
}
