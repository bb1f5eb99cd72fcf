import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:resource:path=db
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Base extends TypeMeta {
  metadata: ObjectMeta;
}

// +kubebuilder:resource:path=disks
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Platter extends TypeMeta {
  metadata: ObjectMeta;
}
