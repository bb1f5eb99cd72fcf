import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  node: string;
}
