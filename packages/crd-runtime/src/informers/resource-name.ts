import type { GroupVersionResource } from "../meta/index.js";

/** `databases.v1.example.com`, as kubectl takes it; `pods.v1` in the core group. */
export function resourceName(resource: GroupVersionResource): string {
  const { group, version } = resource;
  return [resource.resource, version, ...(group === "" ? [] : [group])].join(".");
}
