import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Truck of v1. */
// +genclient
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Truck extends TypeMeta {
  metadata: ObjectMeta;
  spec: TruckSpec;
}

export interface TruckSpec {
  route?: Stop;
  load?: Box[];
  // +default=3
  axles?: int32;
  driver: { name: string };
  spare?: Wheel;
  wheels: Wheel[];
  byPlace?: Record<string, Wheel>;
}

/** The same in both versions, and it holds itself. */
export interface Stop {
  place: string;
  next?: Stop;
}

export interface Box {
  label: string;
  weightKg: int32;
}

export interface Wheel {
  diameterMm: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TruckList extends TypeMeta {
  metadata: ListMeta;
  items: Truck[];
}
