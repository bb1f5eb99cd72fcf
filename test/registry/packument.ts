import type { PackedPackage } from "./pack.js";

/** The path of a package's tarball in a registry. */
export function tarballPath(packed: PackedPackage): string {
  const file = packed.name.slice(packed.name.lastIndexOf("/") + 1);
  return `/${packed.name}/-/${file}-${packed.version}.tgz`;
}

/** What a registry says about a package that has one version. */
export function packument(input: {
  readonly packed: PackedPackage;
  /** The registry's URL, without a slash at its end. */
  readonly registry: string;
}): object {
  const { packed, registry } = input;
  const { name, version, manifest, integrity, shasum } = packed;
  return {
    name,
    "dist-tags": { latest: version },
    versions: {
      [version]: {
        ...manifest,
        _id: `${name}@${version}`,
        dist: { integrity, shasum, tarball: `${registry}${tarballPath(packed)}` },
      },
    },
  };
}
