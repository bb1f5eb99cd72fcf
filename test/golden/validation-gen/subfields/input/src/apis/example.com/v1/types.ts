import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:object:root=false
export interface Database extends TypeMeta {
  // +k8s:subfield(name)=+k8s:required
  // +k8s:subfield(name)=+k8s:format=k8s-short-name
  // +k8s:subfield(labels)=+k8s:eachVal=+k8s:minLength=1
  metadata: ObjectMeta;
  // +k8s:subfield("size")=+k8s:maximum=3
  // +k8s:subfield(note)=+k8s:forbidden
  // +k8s:subfield(note)=+k8s:immutable
  spec: Shared;
  // +k8s:eachVal=+k8s:subfield(size)=+k8s:minimum=1
  others?: Shared[];
}

export interface Shared {
  size: int32;
  note?: string;
}
