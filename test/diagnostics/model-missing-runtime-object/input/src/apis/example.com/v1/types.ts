import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: string;
}

// +kubebuilder:object:root=false
export interface Base extends TypeMeta {
  metadata: ObjectMeta;
}
