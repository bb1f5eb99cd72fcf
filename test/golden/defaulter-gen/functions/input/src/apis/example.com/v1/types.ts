import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Job extends TypeMeta {
  metadata: ObjectMeta;
  // +default={}
  spec: JobSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface JobList extends TypeMeta {
  metadata: ListMeta;
  items: Job[];
}

// Written by hand: nothing is generated, and the scheme knows it.
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Whole extends TypeMeta {
  metadata: ObjectMeta;
  // +default=1
  count?: int32;
}

export interface JobSpec {
  fast?: boolean;
  // +default=3
  retries?: int32;
  first?: Step;
  steps?: Step[];
  byName?: Record<string, Step>;
  ports?: Ports;
  covered?: Covered;
  whole?: Whole;
}

export interface Step {
  image?: string;
}

export type Ports = Port[];

export interface Port {
  // +default="TCP"
  protocol?: string;
}

export interface Covered {
  // +default=1
  never?: int32;
  inner?: Inner;
}

export interface Inner {
  // +default=1
  never?: int32;
}
