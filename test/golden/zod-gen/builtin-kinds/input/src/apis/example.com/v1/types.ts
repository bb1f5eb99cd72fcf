import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";
import type { EnvVar, PodSpec, ResourceRequirements } from "crd-runtime/core/v1";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Task extends TypeMeta {
  metadata: ObjectMeta;
  spec: TaskSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TaskList extends TypeMeta {
  metadata: ListMeta;
  items: Task[];
}

export interface TaskSpec {
  template: PodSpec;
  env?: EnvVar[];
  resources?: ResourceRequirements | null;
  byName?: Record<string, EnvVar>;
}
