/**
 * Compares two resource versions of one resource (KEP-5504): below 0 when `a` is older, 0 when they are equal, above 0
 * when `a` is newer. Versions of different resources or clusters say nothing about each other.
 *
 * @throws RangeError when one is no resource version: a whole number above 0 without leading zeros
 */
export function compareResourceVersion(a: string, b: string): number {
  for (const version of [a, b]) {
    if (!isComparableResourceVersion(version)) {
      throw new RangeError(`resource version is not well formed: ${JSON.stringify(version)}`);
    }
  }
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a resource version can be compared. Servers outside Kubernetes may use others. */
export function isComparableResourceVersion(version: string): boolean {
  return /^[1-9][0-9]*$/.test(version);
}
