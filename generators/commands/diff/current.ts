import { type Files, walk } from "../../files.js";
import type { SourceText } from "../../import-gen/read/index.js";
import type { Plan } from "../../plan/plan.js";
import { textReader } from "../text-reader.js";

/** The manifests in a folder as they are after `plop regenerate`: those that are generated, and those that people wrote there. */
export function currentTexts(input: {
  readonly files: Files;
  readonly folder: string;
  readonly plan: Plan;
}): readonly SourceText[] {
  const { files, folder, plan } = input;
  const { create, update, stale } = plan;
  const changed = [...create, ...update, ...stale];
  const known = new Set(changed.map(({ path }) => path));
  const read = textReader(files);
  const texts = changed.map(({ path, after }) => ({ path, text: after }));
  const others = walk({ files, folder })
    .filter((path) => !known.has(path))
    .map((path) => ({ path, text: read(path) }));
  return [...texts, ...others].flatMap(({ path, text }): readonly SourceText[] =>
    text !== undefined && path.startsWith(`${folder}/`) && isManifest(path) ? [{ path, text }] : [],
  );
}

/** Whether a file can hold definitions, by its name. */
export function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}
