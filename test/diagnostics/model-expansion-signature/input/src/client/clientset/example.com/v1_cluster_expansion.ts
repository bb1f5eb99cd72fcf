import type { ClusterInterface } from "./v1.js";

export enum ClusterExpansion {
  Small,
}

export function clusterExpansion(client: ClusterInterface, size: number): ClusterExpansion {
  return size;
}
