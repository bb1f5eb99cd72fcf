import type { int32, ObjectMeta } from "crd-runtime";

// +k8s:validation-gen=yes
export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  // +k8s:minLength=many
  name: string;
  // +k8s:eachVal=+k8s:minLength=x
  zones?: string[];
  // +k8s:update=NoChange
  size?: int32;
  // +k8s:minimum=1.5
  ratio?: int32;
  // +k8s:listType=ordered
  list?: string[];
}
