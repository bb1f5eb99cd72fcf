import type { ObjectMeta, TypeMeta } from "crd-runtime";
import type { PodSpec, PodTemplateSpec } from "crd-runtime/core/v1";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  spec: QueueSpec;
}

export interface QueueSpec {
  template: PodTemplateSpec;
  pod: PodSpec;
  worker: Worker;
}

export interface Worker extends PodSpec {
  queue: string;
}
