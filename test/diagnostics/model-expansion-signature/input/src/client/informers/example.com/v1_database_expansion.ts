import type { DatabaseInformer } from "./v1.js";

export interface DatabaseInformerExpansion {
  ready(): boolean;
}

export const databaseInformerExpansion = (
  informers: Pick<DatabaseInformer, "informer">,
): Pick<DatabaseInformerExpansion, "ready"> => ({ ready: () => informers.informer().hasSynced() });
