import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

export interface Base {
  // +default="base"
  kept?: string;
  // +default="base"
  changed?: string;
  // +default="base"
  dropped?: string;
}

export interface Middle extends Base {
  // +default=2
  middle?: int32;
}

export interface Sealed {
  // +default=1
  sealed?: int32;
}

export type Renamed = Sealed;

export interface Derived extends Middle, Renamed, Base {
  // +default="derived"
  changed?: string;
  dropped?: string;
  // +default=3
  own?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Thing extends TypeMeta, Base {
  metadata: ObjectMeta;
  derived?: Derived;
}
