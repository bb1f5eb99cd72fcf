import type { EnvVars, ObjectMeta } from "crd-runtime/core/v1";
import type { EnvVar } from "crd-runtime/core/v2";

export interface QueueSpec {
  env: EnvVars[];
  more: EnvVar[];
  template: ObjectMeta;
}
