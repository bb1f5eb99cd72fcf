import type { ApiResource } from "../resources/resource.js";

/** A served version of a group. */
export interface ServedVersion {
  readonly version: string;
  readonly resources: readonly ApiResource[];
}

/** A served group, `""` the core group; the most wanted version first. */
export interface ServedGroup {
  readonly group: string;
  readonly versions: readonly ServedVersion[];
}

/** Groups and versions of resources that are in the order of discovery. */
export function servedGroups(resources: readonly ApiResource[]): readonly ServedGroup[] {
  const groups = new Map<string, Map<string, ApiResource[]>>();
  for (const resource of resources) {
    const versions = groups.get(resource.group) ?? new Map<string, ApiResource[]>();
    groups.set(resource.group, versions);
    const list = versions.get(resource.version) ?? [];
    versions.set(resource.version, list);
    list.push(resource);
  }
  return [...groups].map(([group, versions]) => ({
    group,
    versions: [...versions].map(([version, list]) => ({ version, resources: list })),
  }));
}
