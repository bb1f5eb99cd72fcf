import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:resource:shortName=db;d
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}

// +kubebuilder:resource:shortName=di;d
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Disk extends TypeMeta {
  metadata: ObjectMeta;
}

// +kubebuilder:resource:path=drives,singular=disk
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Drive extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DriveList extends TypeMeta {
  metadata: ObjectMeta;
}

// One kind may repeat itself.
//
// +kubebuilder:resource:path=sheep,singular=sheep,shortName=sheep
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Sheep extends TypeMeta {
  metadata: ObjectMeta;
}
