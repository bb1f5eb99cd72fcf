import type { int32 } from "crd-runtime";

// +k8s:minimum=1
// +k8s:maximum=65535
// +k8s:immutable
export type Port = int32;

// +k8s:listType=set
// +k8s:minItems=1
export type Ports = Port[];
