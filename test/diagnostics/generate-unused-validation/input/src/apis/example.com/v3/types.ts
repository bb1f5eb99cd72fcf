import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cache extends TypeMeta, CacheBase {
  metadata: ObjectMeta;
  spec: CacheSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CacheList extends TypeMeta {
  metadata: ListMeta;
  items: Cache[];
}

export interface CacheBase {
  // +k8s:optional
  note?: string;
}

/** The schema says all of it. */
export interface CacheSpec {
  // +k8s:required
  // +k8s:maxLength=9
  name?: string;
  // +k8s:listType=set
  // +k8s:eachVal=+k8s:maxLength=9
  zones?: string[];
  parts?: Record<string, Part[]>;
}

/** The schema says some of it. */
export interface Part {
  // +k8s:minLength=1
  // +k8s:update=NoUnset
  // +k8s:eachKey=+k8s:minLength=1
  name?: string;
}

/** No schema has it. */
export interface Loose {
  // +k8s:minLength=1
  name?: string;
}
