import type { DeepReadonly, Persisted } from "crd-runtime";
import type { Database } from "../../../apis/example.com/v1/types.js";
import type { DatabaseLister, DatabaseNamespaceLister } from "./v1.js";

export interface DatabaseListerExpansion {
  largest(): DeepReadonly<Persisted<Database>> | undefined;
}

export function databaseListerExpansion(
  lister: Pick<DatabaseLister, "list">,
): DatabaseListerExpansion {
  return {
    largest() {
      return lister.list().sort((a, b) => (b.spec.size ?? 0) - (a.spec.size ?? 0))[0];
    },
  };
}

export interface DatabaseNamespaceListerExpansion {
  has(name: string): boolean;
}

export function databaseNamespaceListerExpansion(
  lister: Pick<DatabaseNamespaceLister, "list">,
): DatabaseNamespaceListerExpansion {
  return {
    has(name) {
      return lister.list().some((database) => database.metadata.name === name);
    },
  };
}
