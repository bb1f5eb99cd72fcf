import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:skipVerbs=get
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  replicas?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
