import { unknownError } from "../status/index.js";

/**
 * The revision that a resourceVersion asks for; 0 when it asks for none.
 *
 * @throws StatusError 500 when it is no number
 */
export function revisionOf(resourceVersion: string): number {
  if (resourceVersion === "") return 0;
  const problem = !/^\d+$/.test(resourceVersion)
    ? "invalid syntax"
    : BigInt(resourceVersion) > maxUint64
      ? "value out of range"
      : undefined;
  if (problem === undefined) return Number(resourceVersion);
  const text = JSON.stringify(resourceVersion);
  throw unknownError(
    `resourceVersion: Invalid value: ${text}: strconv.ParseUint: parsing ${text}: ${problem}`,
  );
}

const maxUint64 = 2n ** 64n - 1n;
