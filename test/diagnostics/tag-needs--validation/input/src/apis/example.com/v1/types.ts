import type { ObjectMeta } from "crd-runtime";

export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  // +k8s:listMapKey=name
  users?: User[];
  // +k8s:listType=map
  keyless?: User[];
  // +k8s:listType=set
  // +k8s:listMapKey=name
  keyed?: User[];
  // +k8s:listType=atomic
  // +k8s:unique=map
  unique?: User[];
  // +k8s:unique=set
  untyped?: string[];
  // +k8s:listType=atomic
  // +k8s:customUnique
  custom?: string[];
  // +k8s:update=NoRemoveItem
  kept?: string[];
  // +k8s:listType=set
  // +k8s:eachVal=+k8s:update=NoModify
  set?: string[];
}

export interface User {
  name: string;
}
