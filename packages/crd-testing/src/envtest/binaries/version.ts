/** A Kubernetes version. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const exact = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Reads `1.36.2` or `v1.36.2`; undefined for anything else, pre-releases too. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = exact.exec(text) ?? [];
  if (major === undefined) return undefined;
  return { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

/** `1.36.2` */
export function versionText(version: Version): string {
  return `${version.major}.${version.minor}.${version.patch}`;
}

/** For sorting with the newest first. */
export function newestFirst(a: Version, b: Version): number {
  return b.major - a.major || b.minor - a.minor || b.patch - a.patch;
}
