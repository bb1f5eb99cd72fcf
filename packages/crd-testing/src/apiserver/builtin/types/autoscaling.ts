import { int32, optional, struct, text, written } from "./go-type.js";
import { objectMeta } from "./meta.js";

const autoscaling = "io.k8s.api.autoscaling.v1";

export const scale = struct({
  id: `${autoscaling}.Scale`,
  description: "Scale is the number of replicas of something.",
  members: {
    kind: optional(0, text),
    apiVersion: optional(0, text),
    metadata: written(1, objectMeta),
    spec: optional(
      2,
      struct({ id: `${autoscaling}.ScaleSpec`, members: { replicas: optional(1, int32) } }),
    ),
    status: optional(
      3,
      struct({
        id: `${autoscaling}.ScaleStatus`,
        members: { replicas: written(1, int32), selector: optional(2, text) },
      }),
    ),
  },
});
