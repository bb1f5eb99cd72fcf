import type { int32, ListMeta, ObjectMeta, Quantity, TypeMeta } from "crd-runtime";

export const defaultStorage = "10Gi";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  status?: DatabaseStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

export interface DatabaseSpec {
  // +default="UTF8"
  encoding?: "UTF8" | "LATIN1";
  // +kubebuilder:default=1
  replicas: int32;
  // +default=ref(defaultStorage)
  storage?: Quantity;
  // +default={ "schedule": "@daily" }
  backup?: Backup;
  zones?: Zone[];
  parameters?: Record<string, Parameter>;
}

export interface Backup {
  schedule: string;
  // +default=7
  keep: int32;
}

export interface Zone {
  name: string;
  // +default=1
  weight?: int32;
}

export interface Parameter {
  value: string;
  // +default=false
  restart?: boolean;
}

export interface DatabaseStatus {
  ready?: boolean;
}

// Nothing in it has a default.
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Plain extends TypeMeta {
  metadata: ObjectMeta;
}
