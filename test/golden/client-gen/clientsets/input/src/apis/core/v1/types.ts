import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ConfigMap extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ConfigMapList extends TypeMeta {
  metadata: ListMeta;
  items: ConfigMap[];
}
