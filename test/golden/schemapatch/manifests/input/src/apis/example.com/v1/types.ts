import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database is a database of a team, with all that belongs to it. */
// +kubebuilder:storageversion
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  status?: DatabaseStatus;
}

export interface DatabaseSpec {
  // +kubebuilder:validation:Minimum=1
  replicas: int32;
  // +kubebuilder:validation:XValidation:rule="self == oldSelf",message="the engine stays"
  engine: "postgres" | "mysql";
}

export interface DatabaseStatus {
  /** Phase is in one word how far it is: one of several. */
  phase?: string;
}

/** Backup is one of a database. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Backup extends TypeMeta {
  metadata: ObjectMeta;
  spec: BackupSpec;
}

export interface BackupSpec {
  // +kubebuilder:validation:Pattern="^[a-z]+$"
  database: string;
  /** Where it goes. "quoted": yes */
  target?: string;
}

/** Pool is of connections. */
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Pool extends TypeMeta {
  metadata: ObjectMeta;
  spec: PoolSpec;
}

export interface PoolSpec {
  size: int32;
}
