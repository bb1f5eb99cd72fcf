import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Meter extends TypeMeta {
  metadata: ObjectMeta;
  // +default="kWh"
  unit?: string;
  scale?: Scale;
  template?: int32;
}

// A root by its tag, read from any block: what holds it calls its function.
// +k8s:defaulter-gen=true

// Another block.

/** Scale of a meter. */
export interface Scale {
  // +default=1
  factor?: int32;
}

// +k8s:defaulter-gen=false
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface OptedOut extends TypeMeta {
  metadata: ObjectMeta;
  // +default=1
  factor?: int32;
}

/** A root by its member; the scheme does not know it. */
export interface Templated {
  // +default=1
  template?: int32;
  scale?: Scale;
}

/** Nothing in it has a default: pruned. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Bare extends TypeMeta {
  metadata: ObjectMeta;
}

/** No root. */
export interface Reading {
  // +default=0
  value?: int32;
}
