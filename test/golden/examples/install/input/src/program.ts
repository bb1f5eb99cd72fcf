import type { RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { newServerScheme } from "./install/install.js";

/** A truck of v1beta1 as v1 has it, and what is asked of the API server. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const clientset = new Clientset(input.rest);
  await clientset.coreV1().parcels("default").list();
  await clientset.fleet().trucks("default").list();
  await clientset.secondDepotV1().depots().list();
  const scheme = newServerScheme();
  const wheel = { diameterInches: 20 };
  const truck = {
    apiVersion: "fleet.example.io/v1beta1",
    kind: "Truck",
    metadata: { name: "one", namespace: "default" },
    spec: {
      driverName: "Ada",
      load: null,
      route: { place: "here", next: { place: "there" } },
      spare: wheel,
      wheels: [wheel, wheel],
      byPlace: { rear: wheel },
    },
  };
  const hub = scheme.convertToVersion(truck, { group: "fleet.example.io", version: "v1" });
  const kinds = scheme.allKnownTypes().map(({ group, version, kind }) => [group, version, kind].join("/"));
  return { hub, kinds };
}
