import type { DeepReadonly, Persisted } from "crd-runtime";
import type { Depot } from "../../../apis/depot.example.com/v1/types.js";
import type { DepotLister } from "./v1.js";

export interface DepotListerExpansion {
  inCity(city: string): readonly DeepReadonly<Persisted<Depot>>[];
}

export function depotListerExpansion(lister: Pick<DepotLister, "list">): DepotListerExpansion {
  return {
    inCity(city) {
      return lister.list().filter((depot) => depot.spec.city === city);
    },
  };
}
