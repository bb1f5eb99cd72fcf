import { waitForCacheSync } from "crd-runtime";
import type { DatabaseInformer } from "./v1.js";

export interface DatabaseInformerExpansion {
  sync(signal: AbortSignal): Promise<boolean>;
}

export function databaseInformerExpansion(
  databases: Pick<DatabaseInformer, "informer">,
): DatabaseInformerExpansion {
  return {
    async sync(signal) {
      const { synced } = await waitForCacheSync({ caches: [databases.informer()], signal });
      return synced;
    },
  };
}
