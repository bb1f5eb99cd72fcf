import type { Shared } from "../../shared.example.com/v1/types.js";
import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:noStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  replicas?: int32;
  shared: Shared;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
