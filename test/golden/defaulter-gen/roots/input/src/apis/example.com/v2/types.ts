import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";
import type { Meter as Older, Reading } from "../v1/types.js";

// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Meter extends TypeMeta {
  metadata: ObjectMeta;
  // A root of another version has its function there, a type that is none gets one here.
  older?: Older;
  reading?: Reading;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface MeterList extends TypeMeta {
  metadata: ListMeta;
  items: Meter[];
}
