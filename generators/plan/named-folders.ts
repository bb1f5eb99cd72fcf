import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError } from "../files.js";
import type { ProjectConfig } from "../options/config.js";
import { options } from "../options.js";
import { configFile } from "./config-file.js";
import { spanOfKey } from "./config-place.js";

/**
 * Folders of `paths` that are not there: markers in the one that was meant would be left out, and a role with them. That
 * of a project which names none may be missing.
 */
export function missingFolders(input: {
  readonly files: Files;
  readonly config: Pick<ProjectConfig, "paths">;
  readonly read: (path: string) => readonly { readonly text: string }[];
}): readonly Diagnostic[] {
  const { files, config, read } = input;
  const known = new Set<string>(options.paths.default);
  const missing = config.paths.filter(
    (folder) => !known.has(folder) && !isFolder({ files, folder }),
  );
  if (missing.length === 0) return [];
  const text = read(configFile)[0]?.text ?? "";
  const from = Math.max(0, text.indexOf('"paths"'));
  return missing.map((folder) => {
    const parameters = { path: "paths", problem: `there is no folder '${folder}'` };
    return diagnostic("project/config-invalid", parameters, {
      span: spanOfKey({ text, key: folder, from }),
    });
  });
}

/** What cannot be looked at is reported where it is read. */
function isFolder(input: { readonly files: Files; readonly folder: string }): boolean {
  try {
    return input.files.kind(input.folder) === "folder";
  } catch (error) {
    if (error instanceof FilesError) return true;
    throw error;
  }
}
