import { groupFolderOf } from "../names/index.js";
import type { ApiVersion, KindClient } from "../types.js";

/** Paths where the hand-written expansions of a kind can be. */
export type ExpansionPaths = Readonly<Record<keyof KindClient["expansions"], string>>;

/** `src/client/clientset/example.com/v1_database_expansion.ts` and its twins. */
export function expansionPaths(input: {
  readonly client: string;
  readonly version: Pick<ApiVersion, "group" | "version">;
  readonly kind: string;
}): ExpansionPaths {
  const { client, kind } = input;
  const { group, version } = input.version;
  const file = `${groupFolderOf(group)}/${version}_${kind.toLowerCase()}_expansion.ts`;
  return {
    client: `${client}/clientset/${file}`,
    lister: `${client}/listers/${file}`,
    informer: `${client}/informers/${file}`,
  };
}

/** Whether a path is that of a hand-written expansion: no generated file is named so. */
export function isExpansion(path: string): boolean {
  return path.endsWith("_expansion.ts");
}
