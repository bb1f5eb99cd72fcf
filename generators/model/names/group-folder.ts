/** Name of a group's folder below the client code; the core group has no name of its own. */
export function groupFolderOf(group: string): string {
  return group === "" ? "core" : group;
}
