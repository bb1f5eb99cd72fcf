import { type Files, folderOf, walk } from "../files.js";
import { headerSettings } from "../plan/header-files.js";
import { loadConfig } from "../plan/load-config.js";
import { outputFolders } from "../plan/record.js";
import type { Tool } from "../tool.js";

export interface WatchedFolders {
  /** Folders of sources and generated files; they need not be there. */
  readonly roots: readonly string[];
  /** Files elsewhere that a run reads; they need not be there. */
  readonly files: readonly string[];
  /** All folders that are there: those, with all below and above them. */
  readonly folders: readonly string[];
}

/**
 * The folders in which a change can matter: those of sources and generated files with all below them, those above, where they
 * may come and go, and those of single files that the settings name. Undefined while crd-project.json says nothing.
 */
export async function foldersToWatch(input: {
  readonly files: Files;
  readonly tool: Pick<Tool, "version">;
}): Promise<WatchedFolders | undefined> {
  const { files, tool } = input;
  const { config } = await loadConfig({ files, version: tool.version });
  if (config === undefined) return undefined;
  const found = new Set([""]);
  const { manifests } = config.schemapatch ?? {};
  const all = [
    ...outputFolders(config),
    ...config.paths,
    ...(manifests === undefined ? [] : [manifests]),
  ];
  const roots = all.filter((one) => !all.some((other) => one.startsWith(`${other}/`)));
  const single = [
    "package.json",
    ...headerSettings(config).map(({ headerFile }) => headerFile),
    ...(config.violationExceptions === undefined ? [] : [config.violationExceptions]),
  ];
  for (const folder of [...roots, ...single]) {
    for (let above = folderOf(folder); above !== ""; above = folderOf(above)) {
      if (isFolder(files, above)) found.add(above);
    }
    if (!isFolder(files, folder)) continue;
    walk({
      files,
      folder,
      onError: () => undefined,
      onFolder: (each) => void found.add(each),
    });
  }
  return { roots, files: single, folders: [...found] };
}

function isFolder(files: Files, path: string): boolean {
  try {
    return files.kind(path) === "folder";
  } catch {
    // What cannot be looked at is told of by the run.
    return false;
  }
}
