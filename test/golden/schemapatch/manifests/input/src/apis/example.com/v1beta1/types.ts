import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Database is what it was before. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  engine?: string;
}
