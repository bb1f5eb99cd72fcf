import { BinariesError } from "./errors.js";
import { newestFirst, type Version } from "./version.js";

/** Which versions will do, and where to look for the newest of them. */
export interface Selector {
  /** As it was given. */
  readonly text: string;
  /** `newest`: the index is asked even when an installed version matches. `installed`: the index is never asked. */
  readonly look: "newest" | "any" | "installed";
  matches(version: Version): boolean;
}

const expression =
  /^(?<operator><=|<|~)?v?(?<major>0|[1-9]\d*)\.(?<minor>0|[1-9]\d*)(?:\.(?<patch>0|[1-9]\d*|x|\*))?(?<newest>!)?$/;

/**
 * Reads a selector of setup-envtest: `1.30.4`; `1.30`, `1.30.x` or `1.30.*` for the newest patch; `~1.19.3` for 1.19.3 or a later
 * patch; `<1.17`, `<=1.17.2` for older ones; `latest` and `latest-on-disk`. An `!` at the end asks the index for a newer one even when a
 * matching version is installed. A `v` before the number does no harm.
 *
 * @throws BinariesError `version`
 */
export function parseSelector(text: string): Selector {
  if (text === "latest") return { text, look: "newest", matches: () => true };
  if (text === "latest-on-disk") return { text, look: "installed", matches: () => true };
  const { operator, major, minor, patch, newest } = expression.exec(text)?.groups ?? {};
  if (major === undefined || minor === undefined) {
    throw new BinariesError({ reason: "version", values: { version: text } });
  }
  const isAny = patch === undefined || patch === "x" || patch === "*";
  const base = { major: Number(major), minor: Number(minor), patch: isAny ? 0 : Number(patch) };
  return {
    text,
    look: newest === undefined ? "any" : "newest",
    matches: matcher({ operator, base, isAny }),
  };
}

function matcher(input: {
  readonly operator: string | undefined;
  readonly base: Version;
  readonly isAny: boolean;
}): (version: Version) => boolean {
  const { operator, base, isAny } = input;
  const sameMinor = (version: Version): boolean =>
    version.major === base.major && version.minor === base.minor;
  switch (operator) {
    case "~":
      return (version) => sameMinor(version) && version.patch >= base.patch;
    case "<":
      return (version) => newestFirst(base, version) < 0;
    case "<=":
      return (version) => newestFirst(base, version) <= 0 || (isAny && sameMinor(version));
    default:
      return (version) => sameMinor(version) && (isAny || version.patch === base.patch);
  }
}
