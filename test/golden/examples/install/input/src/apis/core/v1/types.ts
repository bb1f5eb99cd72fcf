import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Parcel is of the group without a name, whose path is /api. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Parcel extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    address: string;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ParcelList extends TypeMeta {
  metadata: ListMeta;
  items: Parcel[];
}
