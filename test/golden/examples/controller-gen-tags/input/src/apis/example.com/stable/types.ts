import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Cluster has apply configurations without a client. */
// +kubebuilder:object:root=true
// +kubebuilder:resource:scope=Cluster
// +kubebuilder:subresource:status
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  spec: ClusterSpec;
  status?: ClusterStatus;
}

/** ClusterList is a list of Cluster objects. */
// +kubebuilder:object:root=true
export interface ClusterList extends TypeMeta {
  metadata: ListMeta;
  items: Cluster[];
}

export interface ClusterSpec {
  size: int32;
}

export interface ClusterStatus {
  ready?: boolean;
}

/** Backup has a client, and none of its own. */
// +genclient
// +genclient:onlyVerbs=get,apply
// +kubebuilder:ac:generate=false
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=backups
export interface Backup extends TypeMeta {
  metadata: ObjectMeta;
  /** Of what. */
  cluster: string;
}

/** BackupList is a list of Backup objects. */
// +kubebuilder:object:root=true
export interface BackupList extends TypeMeta {
  metadata: ListMeta;
  items: Backup[];
}

/** Restore asks for them by itself. */
// +kubebuilder:ac:generate=true
// +kubebuilder:object:root=true
export interface Restore extends TypeMeta {
  metadata: ObjectMeta;
  backup: string;
}

/** RestoreList is a list of Restore objects. */
// +kubebuilder:object:root=true
export interface RestoreList extends TypeMeta {
  metadata: ListMeta;
  items: Restore[];
}

/** Report asks for nothing. */
// +kubebuilder:object:root=true
export interface Report extends TypeMeta {
  metadata: ObjectMeta;
  text?: string;
}

/** ReportList is a list of Report objects. */
// +kubebuilder:object:root=true
export interface ReportList extends TypeMeta {
  metadata: ListMeta;
  items: Report[];
}
