import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Gate of v1. */
// +genclient
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Gate extends TypeMeta {
  metadata: ObjectMeta;
  spec: GateSpec;
}

export interface GateSpec {
  parent?: ParentReference;
  listeners: Listener[];
}

export interface ParentReference {
  namespace?: string;
  name: string;
}

export interface Listener {
  port: PortNumber;
}

// +k8s:minimum=1
// +k8s:maximum=65535
export type PortNumber = int32;

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface GateList extends TypeMeta {
  metadata: ListMeta;
  items: Gate[];
}
