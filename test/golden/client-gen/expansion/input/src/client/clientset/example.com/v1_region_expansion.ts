import type { KubernetesList, ResourceClient } from "crd-runtime";
import type { Region } from "../../../apis/example.com/v1/types.js";

export interface RegionExpansion {
  ping(name: string): Promise<void>;
}

export function regionExpansion(
  client: ResourceClient<Region, KubernetesList<Region>>,
): RegionExpansion {
  return {
    async ping(name) {
      await client.rest.request({ method: "GET", path: `/ping/${name}` });
    },
  };
}
