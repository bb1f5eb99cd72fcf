import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Depot extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    city: string;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DepotList extends TypeMeta {
  metadata: ListMeta;
  items: Depot[];
}
