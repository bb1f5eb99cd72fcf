import type { ObjectMeta, RawExtension, TypeMeta } from "crd-runtime";

export interface Described {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Deployment extends TypeMeta, Described {
  spec: DeploymentSpec;
}

export interface DeploymentSpec {
  template: Template;
  templates?: Template[];
  byName?: Record<string, { meta: ObjectMeta | null }>;
  source?: Source;
  job?: Job;
  whole?: RawExtension;
}

export interface Template extends Described {
  labels?: Record<string, string>;
  next?: Template;
}

export type Source = Local | Remote;

export interface Local {
  type: "local";
  metadata?: ObjectMeta;
}

export interface Remote {
  type: "remote";
  url: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Job extends TypeMeta {
  metadata: ObjectMeta;
  parallelism?: string;
}
