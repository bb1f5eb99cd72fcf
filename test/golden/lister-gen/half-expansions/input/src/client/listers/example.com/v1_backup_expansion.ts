import type { BackupNamespaceLister } from "./v1.js";

export interface BackupNamespaceListerExpansion {
  has(name: string): boolean;
}

export function backupNamespaceListerExpansion(
  lister: Pick<BackupNamespaceLister, "list">,
): BackupNamespaceListerExpansion {
  return { has: (name) => lister.list().some(({ metadata }) => metadata.name === name) };
}
