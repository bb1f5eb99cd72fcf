import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:noStatus
// +k8s:deepcopy-gen:interfaces=k8s.io/apimachinery/pkg/runtime.Object

/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;

  spec: DatabaseSpec;
}

/** DatabaseSpec is the spec for a Foo resource. */
export interface DatabaseSpec {
  user: string;
  password: string;
  encoding?: string;
}

// +k8s:deepcopy-gen:interfaces=k8s.io/apimachinery/pkg/runtime.Object

/** DatabaseList is a list of Database resources. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;

  items: Database[];
}
