import type { ApiGroup } from "./types.js";

/** Whether the API server takes definitions in the group: those without a dot are its own. */
export function isDomain(group: Pick<ApiGroup, "name">): boolean {
  return group.name.includes(".");
}
