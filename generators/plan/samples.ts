import { type Files, type FilesError, folderOf, nameOf, type SourceFile, walk } from "../files.js";
import type { SampleFile } from "../generator.js";
import type { ProjectConfig } from "../options/config.js";

/** Paths of the sample objects, as `kubectl apply -f` takes them: those in the folder itself. */
export function samplePaths(input: {
  readonly files: Files;
  readonly config: Pick<ProjectConfig, "samples" | "generators">;
  readonly onError: (error: FilesError) => void;
}): readonly string[] {
  const { files, config, onError } = input;
  if (!config.generators.includes("samples-gen")) return [];
  return walk({ files, folder: config.samples, onError, onDangling: () => undefined }).filter(
    (path) =>
      folderOf(path) === config.samples &&
      /\.(?:ya?ml|json)$/i.test(path) &&
      !nameOf(path).startsWith("."),
  );
}

/** The groups that a file of samples names, found without reading it: in its name, and in what its objects say. */
export function sampleGroups({ path, text }: SourceFile): readonly string[] {
  const [inName = ""] = nameOf(path).split("_");
  const found = text.matchAll(/["']?\bapiVersion["']?\s*:\s*["']?([^\s"'/,]+)\//g);
  return [...new Set([inName, ...[...found].map(([, group = ""]) => group)])];
}

/** Reads samples. The reader of YAML is loaded for it: most runs change nothing, and go without. */
export async function readSamples(files: readonly SourceFile[]): Promise<readonly SampleFile[]> {
  if (files.length === 0) return [];
  const { readDocuments } = await import("../import-gen/read/documents.js");
  return files.map(({ path, text }) => {
    const { objects, problems } = readDocuments({ path, text });
    return { path, text, objects, problems };
  });
}
