import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:storageversion
export interface Cache extends TypeMeta {
  metadata: ObjectMeta;
  spec: CacheSpec;
}

export interface CacheSpec {
  engine: Engine;
  memoryMiB: int32;
  eviction: Eviction;
  notes?: string[];
  legacy?: Legacy;
  limits?: Limits;
  window?: Window;
}

export type Eviction = "LRU" | "LFU";

export interface Engine {
  name: string;
  version?: string;
}

export interface Limits {
  zones?: string[];
}

/** The same in all versions. */
export interface Window {
  days: string[];
}

export interface Legacy {
  flag: boolean;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CacheList extends TypeMeta {
  metadata: ListMeta;
  items: Cache[];
}
