import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Truck of v1beta1. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Truck extends TypeMeta {
  metadata: ObjectMeta;
  spec: TruckSpec;
}

export interface TruckSpec {
  route?: Stop;
  load?: Box[] | null;
  axles?: int32;
  /** An object in v1. */
  driverName: string;
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

/** In inches, which is converted by hand wherever there is a wheel. */
export interface Wheel {
  diameterInches: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TruckList extends TypeMeta {
  metadata: ListMeta;
  items: Truck[];
}
