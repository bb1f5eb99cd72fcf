import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { groupVersionName } from "../model/client-files.js";
import type { GroupOutline, VersionOutline } from "../model/index.js";
import { clientsetMembers } from "../model/names/index.js";

/**
 * The version that a group's own accessor leads to: of several with clients the one of highest priority, as in the API
 * server's discovery. A group with one version has no such accessor.
 */
export function preferredVersion(group: GroupOutline): VersionOutline | undefined {
  return group.versions.length > 1 ? group.versions[0] : undefined;
}

/** Accessors of the clientset that are taken: by the clientset itself, or by another version or group. */
export function takenAccessors(groups: readonly GroupOutline[]): readonly Diagnostic[] {
  const taken = new Map<string, string>(
    [...clientsetMembers].map((member) => [member, "a member of every clientset"]),
  );
  const found: Diagnostic[] = [];
  const take = (
    accessor: string,
    of: { readonly what: string; readonly version: VersionOutline },
  ) => {
    const owner = taken.get(accessor);
    if (owner === undefined) {
      taken.set(accessor, `the accessor of ${of.what}`);
      return;
    }
    const parameters = { what: of.what, accessor, owner };
    found.push(diagnostic("generate/clientset-member", parameters, { span: of.version.span }));
  };
  for (const version of groups.flatMap(({ versions }) => versions)) {
    take(version.accessor, { what: groupVersionName(version), version });
  }
  for (const group of groups) {
    const version = preferredVersion(group);
    if (version !== undefined) {
      take(group.accessor, { what: group.name === "" ? "the core group" : group.name, version });
    }
  }
  return found;
}
