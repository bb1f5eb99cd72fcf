import type { ObjectMeta } from "crd-runtime";

export interface Database {
  // +k8s:subfield(nmae)=+k8s:required
  metadata: ObjectMeta;
  // +k8s:subfield(size)=+k8s:subfield(note)=+k8s:required
  // +k8s:subfield(note)=+k8s:unionMember
  // +k8s:subfield(note)=+k8s:minimum=1
  // +k8s:subfield(other)=+k8s:required
  // +k8s:subfield(size)=+k8s:required
  // +k8s:subfield(size)=+k8s:optional
  spec: Spec;
  // +k8s:subfield(x)=+k8s:required
  zones?: string[];
}

export interface Spec {
  size?: Size;
  note?: string;
}

export interface Size {
  note?: string;
}
