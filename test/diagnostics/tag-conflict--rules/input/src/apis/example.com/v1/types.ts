import type { int32, ObjectMeta } from "crd-runtime";

export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:validation-gen=true
// +k8s:validation-gen=true
export interface DatabaseSpec {
  // +k8s:minLength=3
  // +k8s:maxLength=2
  text?: string;
  // +k8s:maximum=1
  // +k8s:minimum=2
  size?: int32;
  // +k8s:listType=set
  // +k8s:unique=set
  zones?: string[];
}
