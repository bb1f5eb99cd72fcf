import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Policy has a plural in -ies. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Policy extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface PolicyList extends TypeMeta {
  metadata: ListMeta;
  items: Policy[];
}
