import type { EnvVar, PodTemplateSpec } from "crd-runtime/core/v1";

export interface Workload {
  template: PodTemplateSpec;
  env?: EnvVar[];
}
