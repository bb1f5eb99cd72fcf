import type { DeepReadonly } from "crd-runtime";
import { deepCopyObjectMeta } from "crd-runtime";
import type * as v1 from "../v1/types.js";
import type * as v1beta1 from "./types.js";

export function convert_v1beta1_Cluster_To_v1_Cluster(
  input: DeepReadonly<v1beta1.Cluster>,
): v1.Cluster {
  return {
    apiVersion: "example.com/v1",
    kind: "Cluster",
    metadata: deepCopyObjectMeta(input.metadata),
    nodes: [input.node],
  };
}

export function convert_v1_Cluster_To_v1beta1_Cluster(
  input: DeepReadonly<v1.Cluster>,
): v1beta1.Cluster {
  return {
    apiVersion: "example.com/v1beta1",
    kind: "Cluster",
    metadata: deepCopyObjectMeta(input.metadata),
    node: input.nodes[0] ?? "",
  };
}
