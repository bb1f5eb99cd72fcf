import type { ClusterInterface } from "./v1.js";

export interface ClusterExpansion {
  isHealthy(name: string): Promise<boolean>;
}

export function clusterExpansion(client: Pick<ClusterInterface, "getHealth">): ClusterExpansion {
  return {
    async isHealthy(name) {
      const { healthy } = await client.getHealth(name);
      return healthy;
    },
  };
}
