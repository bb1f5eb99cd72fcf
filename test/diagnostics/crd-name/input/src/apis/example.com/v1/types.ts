import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:path=3d-models,shortName=3d,categories=3d
export interface Model extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseSnapshotReplicationScheduleAcrossRegionsAndAccountsTe extends TypeMeta {
  metadata: ObjectMeta;
}
