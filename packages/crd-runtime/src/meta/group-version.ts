/** An API group and version. The core group is `""`. */
export interface GroupVersion {
  readonly group: string;
  readonly version: string;
}

/** A kind in a group and version: `example.com`, `v1`, `Database`. */
export interface GroupVersionKind extends GroupVersion {
  readonly kind: string;
}

/** A REST resource in a group and version: `example.com`, `v1`, `databases`. */
export interface GroupVersionResource extends GroupVersion {
  readonly resource: string;
}

/** A REST resource of a group, whatever the version. */
export interface GroupResource {
  readonly group: string;
  readonly resource: string;
}

/** A kind of a group, whatever the version. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/**
 * The text that `apiVersion` holds.
 *
 * @example
 * formatGroupVersion({ group: "example.com", version: "v1" }); // "example.com/v1"
 * formatGroupVersion({ group: "", version: "v1" }); // "v1"
 */
export function formatGroupVersion(groupVersion: GroupVersion): string {
  const { group, version } = groupVersion;
  return group === "" ? version : `${group}/${version}`;
}

/**
 * Splits an `apiVersion`.
 *
 * @returns undefined when the text is empty or holds more than one slash
 */
export function parseGroupVersion(apiVersion: string): GroupVersion | undefined {
  const parts = apiVersion.split("/");
  const [first = "", second] = parts;
  if (parts.length > 2 || first === "" || second === "") {
    return undefined;
  }
  return second === undefined ? { group: "", version: first } : { group: first, version: second };
}

/** `databases.example.com`; a resource of the core group is just `pods`. */
export function formatGroupResource(groupResource: GroupResource): string {
  const { group, resource } = groupResource;
  return group === "" ? resource : `${resource}.${group}`;
}
