import type { DatabaseLister } from "./v1.js";

export interface DatabaseListerExpansion {
  namespaces(): readonly string[];
}

export function databaseListerExpansion(
  lister: Pick<DatabaseLister, "list">,
): DatabaseListerExpansion {
  return {
    namespaces: () => [...new Set(lister.list().map(({ metadata }) => metadata.namespace ?? ""))],
  };
}
