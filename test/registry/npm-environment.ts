import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** Set by an `npm run` around us; an npm inside it must not take them for its own. */
const inherited =
  /^(npm_(command|execpath|node_execpath|lifecycle_.*|package_.*|config_(local_prefix|global_prefix|noproxy))|INIT_CWD)$/i;

/**
 * The environment of a person at a terminal whose npm uses a registry on loopback. Its npm cache is its own, because npm keeps
 * what `npm init` once installed and would not see a new build with the same version; the downloads of the user's
 * cache are shared.
 */
export function npmEnvironment(input: {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** URL of the registry. */
  readonly registry: string;
  /** An empty folder. */
  readonly cache: string;
  /** The user's cache, as `npm config get cache` gives it. */
  readonly downloads: string;
}): Record<string, string> {
  const { env, registry, cache, downloads } = input;
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !inherited.test(entry[0]),
  );
  mkdirSync(join(downloads, "_cacache"), { recursive: true });
  symlinkSync(join(downloads, "_cacache"), join(cache, "_cacache"));
  const direct = [env["NO_PROXY"] ?? env["no_proxy"], "127.0.0.1"].filter(Boolean).join(",");
  return {
    ...Object.fromEntries(kept),
    NO_PROXY: direct,
    no_proxy: direct,
    npm_config_registry: registry,
    npm_config_cache: cache,
  };
}
