import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";
import type { Other } from "../v1/types.js";

// +kubebuilder:object:root=false
export interface Everything extends TypeMeta {
  metadata?: ObjectMeta;
  other?: Other;
}

// +kubebuilder:object:root=false
export interface EverythingList extends TypeMeta {
  metadata: ListMeta;
  items: Everything[];
}

export type Name = string;
