import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Redis extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Postgres extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:path=indexes
export interface Index extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DNS extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Hero extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Proxy extends TypeMeta {
  metadata: ObjectMeta;
}
