import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";
import type { Window } from "../v1/types.js";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cache extends TypeMeta {
  metadata: ObjectMeta;
  spec: CacheSpec;
}

export interface CacheSpec {
  engineName: string;
  memoryMiB: int32;
  eviction: EvictionPolicy;
  notes?: string[];
  legacy?: Legacy;
  limits?: Limits;
  window?: Window;
  // Nobody reads it.
  // +k8s:conversion-gen=false
  hint?: string;
}

export type EvictionPolicy = "lru" | "lfu";

export interface Limits {
  zones?: string[];
}

export interface Legacy {
  flag: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CacheList extends TypeMeta {
  metadata: ListMeta;
  items: Cache[];
}
