import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

export interface DatabaseSpec {
  name?: string;
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** A database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
