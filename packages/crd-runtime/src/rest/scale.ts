import type { KubernetesObject, TypeMeta } from "../meta/index.js";

/** How many replicas an object asks for and has: what the subresource `scale` speaks, `autoscaling/v1`. */
export interface Scale extends KubernetesObject {
  spec?: {
    /** 0 when absent. */
    replicas?: number;
  };
  status?: {
    replicas: number;
    /** Label selector of the pods, as text. */
    selector?: string;
  };
}

export const scaleMeta: Required<TypeMeta> = { apiVersion: "autoscaling/v1", kind: "Scale" };
