import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.9
// +kubebuilder:storageversion
/** Database is one. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.0
// +k8s:prerelease-lifecycle-gen:deprecated=1.9
/** Snapshot is one. */
export interface Snapshot extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** SnapshotList is a list of Snapshot. */
export interface SnapshotList extends TypeMeta {
  metadata: ListMeta;
  items: Snapshot[];
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.0
// +k8s:prerelease-lifecycle-gen:deprecated=1.9
// +k8s:prerelease-lifecycle-gen:removed=1.12
// +k8s:prerelease-lifecycle-gen:replacement=example.com,v1,Snapshot
// +genclient:onlyVerbs=get
/** Backup is one. */
export interface Backup extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +genclient:onlyVerbs=get
/** Restore is one. */
export interface Restore extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}
