import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** The scale subresource, as autoscaling/v1 has it. */
export interface Scale extends TypeMeta {
  metadata: ObjectMeta;
  spec: { replicas?: int32 };
  status?: { replicas: int32; selector?: string };
}
