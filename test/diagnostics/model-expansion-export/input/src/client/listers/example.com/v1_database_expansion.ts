import type { DatabaseNamespaceLister } from "./v1.js";

export interface DatabaseNamespaceListerExpansion {
  has(name: string): boolean;
}

export default function has(lister: Pick<DatabaseNamespaceLister, "list">) {
  return (name: string) => lister.list().some(({ metadata }) => metadata.name === name);
}
