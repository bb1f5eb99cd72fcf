import type { ClusterLister } from "./v1.js";

export interface ClusterListerExpansion {
  names(): readonly string[];
}

export function clusterListerExpansion(
  lister: Pick<ClusterLister, "list">,
): ClusterListerExpansion {
  return {
    names() {
      return lister.list().map((cluster) => cluster.metadata.name);
    },
  };
}
