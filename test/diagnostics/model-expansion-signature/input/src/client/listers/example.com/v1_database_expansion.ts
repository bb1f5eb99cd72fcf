import type { DatabaseLister } from "./v1.js";

export interface DatabaseListerExpansion {
  count(): number;
}

export function databaseListerExpansion(lister: DatabaseLister): DatabaseListerExpansion {
  return { count: () => lister.list().length };
}
