import type { V1LabelSelector, V1PodSpec } from "@kubernetes/client-node";

export interface QueueSpec {
  pod: V1PodSpec;
  selector: V1LabelSelector;
}
