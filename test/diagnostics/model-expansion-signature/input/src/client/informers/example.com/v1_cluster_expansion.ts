export interface ClusterInformerExpansion {
  about(): string;
}

export function clusterInformerExpansion(): ClusterInformerExpansion {
  return { about: () => "clusters" };
}
