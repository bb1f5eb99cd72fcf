import { folderOf, nameOf } from "../files.js";
import type { ModelOutline } from "../model/index.js";
import { groupFolderOf } from "../model/names/index.js";

/** An API group and the folders of its types: enough to tell whose a generated file is. */
export interface GroupPaths {
  readonly name: string;
  /** `src/apis/example.com/v1`. */
  readonly directories: readonly string[];
}

export function groupPaths(model: ModelOutline): readonly GroupPaths[] {
  return model.groups.map(({ name, versions }) => ({
    name,
    directories: versions.map(({ directory }) => directory),
  }));
}

/** The group to which a generated file belongs; undefined for one that all groups share, such as the clientset. */
export function groupOf(input: {
  readonly path: string;
  readonly groups: readonly GroupPaths[];
}): string | undefined {
  const { path, groups } = input;
  const folders = new Set(path.split("/").slice(0, -1));
  return (
    groups.find(({ directories }) => directories.some((one) => path.startsWith(`${one}/`))) ??
    groups.find(({ directories }) => directories.some((one) => folderOf(one) === folderOf(path))) ??
    groups.find(({ name }) => folders.has(groupFolderOf(name))) ??
    groups.find(({ name }) => nameOf(path).startsWith(`${name}_`))
  )?.name;
}
