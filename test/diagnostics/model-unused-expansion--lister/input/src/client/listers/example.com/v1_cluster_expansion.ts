import type { ClusterLister } from "./v1.js";

export interface ClusterListerExpansion {
  names(): readonly string[];
}

export function clusterListerExpansion(lister: Pick<ClusterLister, "list">): ClusterListerExpansion {
  return { names: () => lister.list().map(({ metadata }) => metadata.name) };
}

export interface ClusterNamespaceListerExpansion {
  has(name: string): boolean;
}
