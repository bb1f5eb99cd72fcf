import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

export interface DatabaseSpec {
  owner?: string;
}

// +genclient
// +kubebuilder:ac:generate=true
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Backup extends TypeMeta {
  metadata: ObjectMeta;
  spec: BackupSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface BackupList extends TypeMeta {
  metadata: ListMeta;
  items: Backup[];
}

export interface BackupSpec {
  owner?: string;
}
