import type { int32, ObjectMeta } from "crd-runtime";

export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  // +k8s:minLength=-1
  name: string;
  // +k8s:maximum=2147483648
  size?: int32;
  // +k8s:maxProperties=100001
  labels?: Record<string, string>;
  // +k8s:format=k8s-shortname
  format?: string;
  // +k8s:format=ipv4
  ip?: string;
  // +k8s:neq=none
  count?: int32;
  // +k8s:neq=1
  on?: boolean;
  // +k8s:neq=1
  level?: string;
  // +k8s:neq=2147483648
  most?: int32;
  // +k8s:listType=map
  // +k8s:listMapKey=nmae
  users?: User[];
  // +k8s:listType=map
  // +k8s:listMapKey=tags
  others?: User[];
  // +k8s:update=NoModify
  zones?: string[];
  // +k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:eachVal=+k8s:update=NoUnset
  items?: User[];
}

export interface User {
  name: string;
  tags?: string[];
}
