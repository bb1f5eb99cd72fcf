import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

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
  // Nobody reads it.
  // +k8s:conversion-gen=false
  hint?: string;
}

export type EvictionPolicy = "lru" | "lfu";

export interface Legacy {
  flag: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CacheList extends TypeMeta {
  metadata: ListMeta;
  items: Cache[];
}
