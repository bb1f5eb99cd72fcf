import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: string;
}
