import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";
import type { DeploymentStrategy } from "crd-runtime/apps/v1";
import type {
  ContainerPort,
  EnvVar,
  LocalObjectReference,
  ResourceRequirements,
} from "crd-runtime/core/v1";
import type * as rbac from "crd-runtime/rbac/v1";

/** Worker runs a program. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:subresource:status
export interface Worker extends TypeMeta {
  metadata: ObjectMeta;
  spec: WorkerSpec;
  status?: WorkerStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WorkerList extends TypeMeta {
  metadata: ListMeta;
  items: Worker[];
}

export interface WorkerSpec {
  // +listType=map
  // +listMapKey=name
  env?: EnvVar[];
  // +listType=map
  // +listMapKey=containerPort
  // +listMapKey=protocol
  ports?: ContainerPort[];
  /** What it needs. */
  resources?: ResourceRequirements;
  registry?: LocalObjectReference | null;
  strategy: DeploymentStrategy;
  rules?: Record<string, rbac.PolicyRule[]>;
  // +listType=set
  zones?: string[];
  // +mapType=atomic
  selector?: Record<string, string>;
}

export interface WorkerStatus extends LocalObjectReference {
  ready: boolean;
}
