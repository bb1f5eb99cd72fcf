import type { ObjectMeta } from "crd-runtime";

export interface Database {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  // +k8s:eachVal=+k8s:minLenght=1
  zones?: string[];
  // +k8s:eachVal=+kubebuilder:validation:MinLength=1
  others?: string[];
  // +k8s:eachVal=+k8s:eachVal=+k8s:maxLenght=1
  lists?: string[][];
  // +k8s:eachVal=+k8s:validateFalse="why"
  tests?: string[];
  // +k8s:eachVal=+k8s:minLength
  missing?: string[];
  // +k8s:eachVal=minLength=1
  bare?: string[];
}
