import type { int32, ObjectMeta } from "crd-runtime";

// +k8s:validation-gen=true
// +k8s:validation-gen=false
export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:validation-gen=true
// +k8s:validation-gen=true
export interface DatabaseSpec {
  // +k8s:required
  // +k8s:optional
  name?: string;
  // +k8s:forbidden
  // +k8s:required
  other?: string;
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
