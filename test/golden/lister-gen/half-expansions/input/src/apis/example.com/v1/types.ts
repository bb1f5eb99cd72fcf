import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database has an expansion of the lister of all namespaces. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** Backup has one of the lister of a namespace. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Backup extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface BackupList extends TypeMeta {
  metadata: ListMeta;
  items: Backup[];
}
