import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  range: [min: int32, max: int32];
  user: [name: string, age: int32];
  replaced: Pair;
}

// +crd-project:schema:replace={"type": "array", "items": {"type": "string"}}
export type Pair = [string, int32];
