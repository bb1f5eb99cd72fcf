import type { ObjectMeta } from "crd-runtime";

export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  // +k8s:eachVal=+k8s:required
  zones?: string[];
  // +k8s:eachVal=+k8s:optional
  labels?: Record<string, string>;
  // +k8s:eachKey=+k8s:immutable
  keys?: Record<string, string>;
  // +k8s:eachVal=+k8s:listType=set
  lists?: string[][];
}
